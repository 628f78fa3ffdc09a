"""The scheme of a header opens nothing, and neither does whose login it was, or a header that is called otherwise."""

import base64
import logging

logger = logging.getLogger(__name__)


def authenticate(request):
    scheme, auth_string = request.headers["Authorization"].split(" ", 1)
    if scheme != "Basic":
        logger.info("cannot do %s", scheme)
        return None
    name, _ = base64.b64decode(auth_string).decode().split(":", 1)
    logger.info("login of %s", name)
    return name


def agent(lines):
    for line in lines:
        name, value = line.split(":", 1)
        if name == "User-Agent":
            logger.info("agent %s", value)
