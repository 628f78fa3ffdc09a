import logging

from flask import Flask, abort, request

app = Flask(__name__)
logger = logging.getLogger(__name__)

SORTS = {"name", "price"}


@app.get("/articles")
def articles():
    sort = request.args.get("sort", "name")
    if sort not in SORTS:
        abort(400)
    logger.info("sorted by %s", sort)
    return {"articles": []}
