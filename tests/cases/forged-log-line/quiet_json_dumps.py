import json
import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.get("/search")
def search():
    logger.info("search %s", json.dumps({"words": request.args.get("q")}))
    return {"count": 0}
