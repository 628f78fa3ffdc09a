import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.get("/search")
def search():
    words = request.args.get("q", "")
    logger.info("search for %r", words)
    logger.info(f"search for {words!r}")
    logger.info("search for {!r}".format(words))
    logger.info("search for " + repr(words))
    logger.info("search for %s", ascii(words))
    logger.info("search for %a", words)
    return {"count": 0}
