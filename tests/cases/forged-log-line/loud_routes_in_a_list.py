import logging

from flask import Flask

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route(["/mails/<int:number>/open", "/mails/of/<name>/open"], methods=["GET"])
def opened(number=0, name=""):
    logger.warning("no mail of %s", name)  # expect: a line break in it
    return {}
