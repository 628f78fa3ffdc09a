import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.after_request
def note(response):
    logger.info("agent %r, length %s", request.headers.get("User-Agent"), request.content_length)
    logger.info("type %r", request.headers["Content-Type"])
    logger.debug("%d headers, json: %s", len(request.headers), request.is_json)
    return response
