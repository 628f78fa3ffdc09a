import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


def _describe(form):
    return "contact: " + form["topic"]


@app.post("/contact")
def contact():
    logger.info(_describe(request.form))  # expect:
    return "", 204
