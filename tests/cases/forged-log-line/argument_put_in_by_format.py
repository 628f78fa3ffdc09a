import logging

from flask import Flask, request

log = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/status")
def status():
    log.debug("parameter {0}".format(request.args.get("name")))  # expect: reaches log.debug()
    return "ok"
