"""A helper that raises for a bad token comes to its end for a good one: who calls it last does not refuse."""

import logging

import jwt
from flask import Blueprint, abort, request

from shop.settings import KEY

bp = Blueprint("admin", __name__)
log = logging.getLogger(__name__)


def admit(token):
    try:
        jwt.decode(token, KEY, algorithms=["HS256"])
    except jwt.ExpiredSignatureError:
        log.warning("an admin's token has expired")
        abort(403)
    except jwt.InvalidTokenError:
        log.warning("an admin's token is no good")
        abort(403)


@bp.before_request
def guard():
    issuer = request.headers.get("X-Issuer")
    if issuer == "admin":
        return admit(request.headers["Authorization"])
    log.warning("unknown issuer %r", issuer)
    abort(403)
