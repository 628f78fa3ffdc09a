"""A look-up that gives nothing where it finds nothing, or the record of one that failed, tells nothing of the text."""

import logging

from flask import Flask, abort, request

logger = logging.getLogger(__name__)
app = Flask(__name__)
HANDLERS = {"invoice": "billing"}


class Machines:
    def __init__(self):
        self._rows = {}

    def wake(self, identity):
        row = self._rows.get(identity)
        if row is not None:
            row.wake()


machines = Machines()


@app.route("/machines/<identity>/wake", methods=["POST"])
def wake(identity):
    machines.wake(identity)
    logger.info("machine %s is told to wake", identity)  # expect: reaches logger.info()
    return ""


@app.route("/work")
def work():
    kind = request.args.get("kind", "")
    try:
        handler = HANDLERS[kind]
    except KeyError:
        logger.warning("no handler for %s", kind)  # expect: reaches logger.warning()
        abort(404)
    logger.info("work of kind %s goes to %s", kind, handler)
    return handler
