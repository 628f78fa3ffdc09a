import logging
from itertools import chain

from flask import Flask, request

log = logging.getLogger(__name__)
app = Flask(__name__)


def redact(value, name):
    return "***" if name in ("password", "token") else value


@app.post("/orders")
def order():
    fields = [(name, redact(value, name)) for name, value in chain(request.values.items(multi=True), request.view_args.items())]
    log.info("fields %s", fields)
    return "ok"
