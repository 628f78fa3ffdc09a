"""What a ``with`` tells of the time that something took is no record of what was done."""

import logging

from flask import Blueprint, request
from flask_login import current_user

from wiki.db import db

log = logging.getLogger(__name__)
bp = Blueprint("account", __name__)


class Timer:
    def __init__(self, what):
        self.what = what

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        log.info("%s took a while", self.what)


@bp.post("/password")
def change_password():
    with Timer("hash"):
        current_user.set_password(request.form["new"])  # expect: a changed password leaves no security record
    db.session.commit()
    return "", 204
