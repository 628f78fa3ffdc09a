import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/search")
def search():
    words = request.args.get("q", "")
    logger.info("search for %s", words)  # expect:
    return {"count": 0}
