import logging

logger = logging.getLogger(__name__)


def log_request(request):
    for header, value in request.headers.items():
        if header.lower() == "authorization":
            shown = min(int(len(value) * 0.5), 20)
            value = value[:shown] + "..."
        logger.info("    %r: %r", header, value)
