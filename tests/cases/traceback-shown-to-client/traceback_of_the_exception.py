from flask import Flask

app = Flask(__name__)


@app.route("/report")
def report():
    try:
        return compute()
    except Exception as error:
        return str(error.__traceback__)  # expect: traceback
