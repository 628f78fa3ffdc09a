# file: shop/base.py
import logging

from flask import Flask

log = logging.getLogger(__name__)


def abort(status_code):
    return "no", status_code


def error_handler(error):
    log.info(error)
    return "no", 500


def register(app: Flask):
    app.register_error_handler(Exception, error_handler)
# file: shop/views.py
from flask import Blueprint
from flask_login import current_user

from shop import base

bp = Blueprint("orders", __name__)


@bp.route("/orders/<int:number>")
def order(number):
    if not current_user.may_read(number):
        return base.abort(403)  # expect: denied access
    return "order"
