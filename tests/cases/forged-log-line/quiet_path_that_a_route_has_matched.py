"""The path where a route has matched it, where it is escaped, and where the framework shows it as it came."""

import logging

from django.utils.deprecation import MiddlewareMixin
from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/orders")
def orders():
    logger.info("asked for %s", request.path)
    return shown()


def shown():
    logger.info("shown: %s", request.path)
    return "nothing"


@app.before_request
def asked():
    logger.info("asked for %r, %s", request.path, request.url)


class SlowRequests(MiddlewareMixin):
    def process_response(self, request, response):
        logger.warning("slow: %s, %s", request.get_full_path(), request.build_absolute_uri())
        return response
