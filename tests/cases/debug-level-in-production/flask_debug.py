"""A Flask application in debug mode has its logger at DEBUG, whoever serves it."""

from flask import Flask

app = Flask(__name__)
app.config["SECRET_KEY_FILE"] = "/run/secrets/key"
app.config["DEBUG"] = True  # expect: is at DEBUG, and Flask's default handler takes its debug records


@app.route("/")
def index():
    app.logger.debug("index is shown")
    return "hello"
