import logging

import requests
from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/preview")
def preview():
    url = request.json["url"]
    logger.info("preview of %r for %s", url, request.remote_addr)
    return requests.get(url, timeout=5).text
