import logging
import os

logger = logging.getLogger(__name__)

PUBLIC_NAMES = {"HOST", "PORT", "REGION"}
SAFE_HEADERS = frozenset({"accept", "user-agent"})


def show_environment():
    for name, value in os.environ.items():
        if name in PUBLIC_NAMES:
            logger.info("%s = %s", name, value)


def show_headers(request):
    for name, value in request.headers.items():
        if name.lower() not in SAFE_HEADERS:
            continue
        logger.info("%s: %s", name, value)


def handler(event, context):
    logger.info("keys of the event: %s", list(event))
