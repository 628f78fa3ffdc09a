import sentry_sdk
from flask import Flask, request

app = Flask(__name__)


@app.errorhandler(500)
def failed(error):
    sentry_sdk.set_context("request", {"form": request.form.to_dict()})  # expect: form|body
    return "Something went wrong.", 500
