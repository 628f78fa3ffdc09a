import copy
import logging

logger = logging.getLogger(__name__)


def with_agent(headers):
    shown = headers
    if "User-Agent" not in headers:
        shown = copy.copy(headers)
        shown["User-Agent"] = "shop"
    return shown


def send(headers):
    masked = dict(headers)
    masked["Authorization"] = "***"
    logger.info("send %s", masked)
    logger.info("send %s", with_agent(headers))  # expect: carry the Authorization header
