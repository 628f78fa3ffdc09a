from flask import Flask, jsonify

app = Flask(__name__)


def described(error):
    return {"error": str(error)}


@app.post("/runs/<int:number>")
def start(number, runner):
    try:
        runner.start(number)
    except Exception as error:  # expect: answered with 500
        answer = described(error)
        return jsonify(answer), 500
    return jsonify({"status": "started"})
