# file: shop/errors.py
import logging

from werkzeug.exceptions import default_exceptions

log = logging.getLogger(__name__)


def answer(error):
    return str(error), error.code


def broken(error):
    log.error("internal error", exc_info=error)
    return "broken", 500


def init_app(app):
    for code in default_exceptions:
        if code < 500:
            app.register_error_handler(code, answer)
        elif code == 500:
            app.register_error_handler(code, broken)
# file: shop/rights.py
from functools import wraps

from flask import abort
from flask_login import current_user


def upload_required(view):
    @wraps(view)
    def inner(*args, **kwargs):
        if current_user.role_upload():
            return view(*args, **kwargs)
        abort(403)  # expect: denied access

    return inner
