"""All arguments of a request show their values by repr; one of them is written as it came."""

import logging

from flask import Flask, request

log = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/pay")
def pay():
    log.info("asked with %s", request.args)
    log.info(f"asked with {request.args}")
    log.info("asked with %s", dict(request.args))
    given = request.args.to_dict()
    log.info("asked with %s", given)
    log.info("asked for %s", given["shop"])  # expect: a line break in it starts a forged record
    for name, value in request.args.items():
        log.info("%s is %s", name, value)  # expect: a line break in it starts a forged record
    log.info("asked for %s", " ".join(request.args.values()))  # expect: a line break in it starts a forged record
    return ""
