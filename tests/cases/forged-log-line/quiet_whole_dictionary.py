import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.get("/search")
def search():
    shown = {"page": request.args.get("page"), "sort": request.args.get("sort")}
    logger.info("search with %s", shown)
    logger.info("search with %s", [request.args.get("page")])
    return {"count": 0}
