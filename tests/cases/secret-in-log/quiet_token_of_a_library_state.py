import contextvars
import logging

logger = logging.getLogger(__name__)
_request = contextvars.ContextVar("request")


def enter(request_id):
    reset_token = _request.set(request_id)
    logger.debug("entered %s", request_id)
    try:
        yield
    finally:
        _request.reset(reset_token)


def cancelled(cancellation_token):
    logger.debug("cancelled: %s", cancellation_token.is_cancelled)
