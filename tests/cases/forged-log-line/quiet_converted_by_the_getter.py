import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/grow")
def grow():
    count = request.args.get("n", default=1, type=int)
    logger.info("growing by %s", count)
    return "ok"
