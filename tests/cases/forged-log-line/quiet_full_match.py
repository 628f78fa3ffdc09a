import logging
import re

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.get("/tags")
def tags():
    tag = request.args.get("tag", "")
    if not re.fullmatch(r"[a-z0-9-]{1,40}", tag):
        return {"error": "no such tag"}, 400
    logger.info("tag %s", tag)
    return {"tags": [tag]}
