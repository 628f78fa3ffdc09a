"""Exceptions whose text holds nothing secret."""
import logging
import sys

logger = logging.getLogger(__name__)


class AuthError(Exception):
    pass


def check(user, password):
    if not verify(user, password):
        raise AuthError(f"wrong password for {user}")


def login(user, password):
    try:
        check(user, password)
    except AuthError as error:
        logger.warning("login failed: %s", error)


def load(path):
    try:
        return open(path).read()
    except OSError as error:
        logger.error("cannot read %s: %s", path, error)
        raise


def call(client, token):
    try:
        return client.get("/me", headers={"Authorization": f"Bearer {token}"})
    except TimeoutError:
        logger.exception("request timed out")


def decode(token):
    try:
        return parse(token)
    except ValueError as error:
        raise AuthError("token cannot be decoded") from error


def missing(name):
    raise KeyError(f"secret {name} is not defined")


def too_short(password, minimum):
    if len(password) < minimum:
        raise ValueError(f"password must have {minimum} characters, has {len(password)}")


def wrong_type(token):
    raise TypeError(f"token must be str, not {type(token).__name__}")


def swallow(path):
    try:
        remove(path)
    except FileNotFoundError:
        pass  # somebody else was faster
    except OSError:
        logger.warning("cannot remove %s", path, exc_info=True)
