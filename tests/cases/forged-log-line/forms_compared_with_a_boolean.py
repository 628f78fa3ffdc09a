"""A check of the form that is compared with False vouches as one with ``not`` does; the other side of it does not."""

import logging

from flask import Flask, request

from outside import validators

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.post("/boxes")
def add_box():
    name = request.form["name"].strip()
    if validators.is_name_allowed(name) == False:
        log.warning("the box " + name + " was not made")  # expect: a line break in it starts a forged record
        return "not a name", 400
    log.info("the box " + name + " was made")
    return "made"


@app.delete("/boxes")
def remove_box():
    name = request.form["name"].strip()
    if validators.is_name_allowed(name) is True:
        log.info("the box %s is gone", name)
        return "gone"
    log.info("no box %s", name)  # expect: a line break in it starts a forged record
    return "not a name", 400
