"""Of what is printable, or shortened to one line, no line break is left."""

import logging
import textwrap

from flask import Flask, request

log = logging.getLogger(__name__)
app = Flask(__name__)


def plain(text):
    return "".join(letter for letter in text if letter.isprintable())


@app.get("/shops")
def shops():
    name = request.args["name"]
    log.info("shops called %s", plain(name))
    log.info("shops called %s", textwrap.shorten(name, 40))
    if not name.isprintable():
        return "", 400
    log.info("shops called %s", name)
    return ""
