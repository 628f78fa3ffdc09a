import logging

from flask import Flask, abort, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.before_request
def check():
    header = request.headers.get("Authorization", "")
    scheme, _, given = header.partition(" ")
    logger.info("scheme %r", scheme)
    logger.info("given %r", given)  # expect: authorization header
    logger.info("%d characters", len(given))
    kind, rest = header.split(" ", 1)
    logger.info("kind %r", kind)
    logger.info("rest %r", rest)  # expect: authorization header
    host, _, port = request.headers.get("Host", "").partition(":")
    logger.info("host %r, port %r", host, port)
    if kind != "Bearer":
        abort(401)
