import copy
import logging

from flask import request

logger = logging.getLogger(__name__)


def clean_headers(headers):
    shown = headers
    if "Authorization" in headers:
        shown = copy.copy(headers)
        shown["Authorization"] = "********"
    return shown


def send(frame):
    logger.info("send %s %s", frame.command, clean_headers(frame.headers))


def received():
    headers = request.headers
    if "Authorization" in headers:
        headers = dict(headers)
        headers["Authorization"] = "***"
        headers["Cookie"] = "***"
    logger.info("received %s", headers)
