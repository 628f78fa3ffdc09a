import base64
import logging

logger = logging.getLogger(__name__)


def identify(authorization: str) -> None:
    decoded = base64.b64decode(authorization).decode()
    logger.debug("asked by %s", decoded)  # expect: authorization
    logger.debug("asked with %s", decoded.split(":")[1])  # expect: authorization
