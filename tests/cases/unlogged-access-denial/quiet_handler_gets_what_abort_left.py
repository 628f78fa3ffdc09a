# file: shop/base.py
import logging

from flask import Flask, abort as flask_abort, flash
from werkzeug.exceptions import HTTPException, default_exceptions

log = logging.getLogger(__name__)


def abort(status_code, detail=""):
    if detail:
        flash(detail)
    flask_abort(status_code, detail)


def error_handler(error):
    if isinstance(error, HTTPException):
        log.info(error)
        return error.description, error.code
    return "broken", 500


def register(app: Flask):
    for code in default_exceptions:
        app.register_error_handler(code, error_handler)
# file: shop/views.py
from flask import Blueprint
from flask_login import current_user

from shop import base

bp = Blueprint("orders", __name__)


@bp.route("/orders/<int:number>")
def order(number):
    if not current_user.may_read(number):
        return base.abort(403, "Not authorized to see this order")
    return "order"
