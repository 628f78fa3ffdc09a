import logging
import textwrap
import unicodedata

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/search")
def search():
    term = request.args.get("term", "")
    logger.info("search for %s", "".join(c for c in term if c.isprintable()))
    logger.info("search for %s", "".join([c for c in term if unicodedata.category(c)[0] != "C"]))
    logger.info("search for %s", textwrap.shorten(term, 80))
    logger.info("search for %s", term.encode())
    return "ok"
