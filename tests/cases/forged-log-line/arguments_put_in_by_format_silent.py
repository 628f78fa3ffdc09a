import logging

from flask import Flask, request

log = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/status")
def status():
    log.debug("parameters {0}".format(request.args))
    return "ok"
