import json
import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.after_request
def log_request(response):
    if response.status_code < 400:
        log_method = logger.debug
    else:
        log_method = logger.error
    if response.status_code >= 500:
        log_method(json.dumps(dict(request.headers), indent=2))  # expect: header
    return response
