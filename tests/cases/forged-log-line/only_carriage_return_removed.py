import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.get("/lookup")
def lookup():
    name = request.args["name"].replace("\r\n", "\n").strip()
    logger.info("lookup of %s", name)  # expect:
    return {"ok": True}
