"""The first word of a header is its scheme; what stands behind it logs in, and is no value of another key."""

import base64
import logging

logger = logging.getLogger(__name__)


def given_login(request):
    header = request.headers.get("Authorization")
    if not header:
        return None
    pieces = header.split(" ", 1)
    if len(pieces) != 2:
        return None
    scheme, auth_string = pieces
    if scheme != "Basic":
        return None
    return auth_string


def authenticate(request):
    auth_string = given_login(request)
    if not auth_string:
        return False
    try:
        decoded = base64.b64decode(auth_string).decode()
    except ValueError:
        logger.debug("not base64: %r", auth_string)  # expect: reach logger.debug(), from auth_string
        return False
    client_id, client_secret = decoded.split(":", 1)
    if not known(client_id, client_secret):
        logger.info("wrong secret %s", client_secret)  # expect: the secret reaches logger.info(), from client_secret
        return False
    return True


def bearer(request):
    scheme, access_token = request.headers["Authorization"].split(None, 1)
    if scheme.lower() == "bearer":
        logger.info("called with %s", access_token)  # expect: the authorization header reaches logger.info()
    return None
