import logging

from flask import Flask, request


class Escape(logging.Filter):
    def filter(self, record):
        record.msg = record.getMessage().replace("\r", "\\r").replace("\n", "\\n")
        record.args = ()
        return True


app = Flask(__name__)
logger = logging.getLogger(__name__)
logger.addFilter(Escape())


@app.get("/search")
def search():
    logger.info("search for %s", request.args.get("q"))
    return {"count": 0}
