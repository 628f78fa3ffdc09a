"""A header that has other parts than expected is no token that does not verify; what does not verify is recorded."""

import functools
import logging

from flask import request

from app.tokens import jwt

log = logging.getLogger(__name__)


def signed(view):
    @functools.wraps(view)
    def inner(*args, **kwargs):
        try:
            scheme, token = request.headers["Authorization"].split(None, 1)
            jwt.loads(token)
        except ValueError:
            return {"message": "No such header."}, 422
        except Exception:
            log.warning("a token did not verify from %s", request.remote_addr)
            return {"message": "Invalid."}, 422
        return view(*args, **kwargs)

    return inner
