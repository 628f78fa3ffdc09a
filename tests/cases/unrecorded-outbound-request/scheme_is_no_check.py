import logging

import requests
from flask import Flask, abort, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/hook", methods=["POST"])
def hook():
    url = request.form.get("url")
    if not url or not url.startswith(("http://", "https://")):
        abort(400)
    logger.debug("hook to %s", url)
    requests.post(url, json={"test": True}, timeout=5)  # expect: requests.post() asks
    return "sent"
