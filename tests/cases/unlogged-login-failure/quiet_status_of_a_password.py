import logging
from hmac import compare_digest

from flask import request

from shop.db import User

logger = logging.getLogger(__name__)


class Weak(Exception):
    pass


def authenticate_with_password(name):
    user = User.query.filter_by(name=name).first()
    password = request.form["password"]
    if not compare_digest(user.secret, password):
        logger.warning("login failed for %s from %s", name, request.remote_addr)
        return None
    password_status = None
    if user.is_old:
        try:
            password_status = user.check_strength(password)
        except OSError:
            logger.exception("could not be asked")
    if password_status and password_status != "okay":
        raise Weak()
    logger.info("login of %s from %s", name, request.remote_addr)
    return user
