from flask import Flask, jsonify, request

app = Flask(__name__)


class Invalid(ValueError):
    """Its text is written for the client."""


@app.errorhandler(Invalid)
def invalid(error):
    return jsonify({"error": str(error)}), 400


@app.post("/orders")
def order():
    if "article" not in request.form:
        raise Invalid("An order needs an article.")
    return "", 201
