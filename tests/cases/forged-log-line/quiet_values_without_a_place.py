import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/search")
def search():
    logger.info("search for ", request.args["term"])
    return "ok"
