import logging

from flask import Flask, abort, request

app = Flask(__name__)
logger = logging.getLogger(__name__)

BRANCHES = {"n": "North", "s": "South"}


@app.get("/branch")
def branch():
    name = BRANCHES.get(request.args.get("b", ""))
    if name is None:
        abort(404)
    logger.info("branch %s", name)
    return {"branch": name}
