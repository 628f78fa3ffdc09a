# file: net.py
import ipaddress


class Refused(Exception):
    pass


def validate(host):
    if ipaddress.ip_address(host).is_private:
        raise Refused(host)
    return host
# file: api.py
import logging

from flask import Flask

from net import Refused, validate

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/ping/<ip(v=4):host>")
def ping(host):
    try:
        validate(host)
    except Refused:
        logger.warning("input_validation_fail: ping of an address of the own net")
        return "no", 400
    return "yes"
