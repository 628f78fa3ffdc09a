from flask import Flask, request

app = Flask(__name__)


class Line:
    def __init__(self):
        self.tokens = []


@app.route("/parse", methods=["POST"])
def tokens_of_a_line():
    line = Line()
    for word in request.get_data(as_text=True).split():
        line.tokens.append(word)
    line.tokens.remove(";")
    return {"tokens": line.tokens}
