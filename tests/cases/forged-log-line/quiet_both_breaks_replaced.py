import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.get("/search")
def search():
    words = request.args.get("q", "").replace("\r", "").replace("\n", " ")
    logger.info("search for %s", words)
    logger.info("topic %s", " ".join(request.args.get("topic", "").splitlines()))
    return {"count": 0}
