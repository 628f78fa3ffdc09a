import logging
import sys

import structlog
from flask import Flask, request

structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.JSONRenderer()])
logger = structlog.get_logger()
app = Flask(__name__)


@app.route("/search")
def search():
    logger.info("search", query=request.args.get("q"))
    return ""
