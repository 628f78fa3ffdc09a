# file: portal/logs.py
import json
import logging


class JsonFormatter(logging.Formatter):
    def format(self, record):
        return json.dumps({"level": record.levelname, "message": record.getMessage()})


def configure():
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(handlers=[handler], level=logging.INFO)
# file: portal/app.py
import logging

from flask import Flask, request

from portal.logs import configure

configure()
app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.get("/search")
def search():
    logger.info("search for %s", request.args.get("q"))
    return {"count": 0}
