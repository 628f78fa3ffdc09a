"""Who has used up a quota is told so with 403; that denies nobody a right."""

import functools
import logging
import traceback

from flask import jsonify
from shop.quota import QuotaExceeded, message_of


def check_quota(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        try:
            user = kwargs["user"]
            if user.has_exceeded_quota():
                raise QuotaExceeded(message_of(user))
        except QuotaExceeded as e:
            return jsonify({"message": e.message}), 403
        except Exception as e:
            logging.error(traceback.format_exc())
            return jsonify({"message": str(e)}), 500
        return func(*args, **kwargs)
    return wrapper
