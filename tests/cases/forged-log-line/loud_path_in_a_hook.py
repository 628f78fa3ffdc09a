"""The path of whatever is asked for, also where no route leads, in functions that every request goes through."""

import logging

from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.after_request
def answered(response):
    logger.info("%s answered with %s", request.path, response.status)  # expect: `request.path` reaches logger.info()
    return response


@app.errorhandler(404)
def missing(error):
    logger.warning("nothing at %s", request.path)  # expect: `request.path` reaches logger.warning()
    return "nothing there", 404


def cors(resources):
    def after_request(response):
        logger.debug("'%s' is looked for in %s", request.path, resources)  # expect: `request.path` reaches logger.debug()
        return response

    return after_request
