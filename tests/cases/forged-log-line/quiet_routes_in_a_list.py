import logging

from flask import Flask

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route(["/mails/<int:number>/open", "/mails/<int:number>/<string:token>/open"], methods=["GET"])
def opened(number, token=""):
    logger.warning("no mail %s", number)
    return {}
