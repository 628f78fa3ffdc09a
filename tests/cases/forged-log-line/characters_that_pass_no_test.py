import logging
import textwrap

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/search")
def search():
    term = request.args.get("term", "")
    logger.info("search for %s", "".join(c for c in term))  # expect: term
    logger.info("search for %s", textwrap.fill(term, 80))  # expect: term
    logger.info("search for %s", term.encode().decode())  # expect: term
    logger.info("search for %s", " ".join(part for part in term.split("/") if len(part) > 3))  # expect: term
    return "ok"
