import hmac
import logging

logger = logging.getLogger(__name__)


def verify(headers, body, secret):
    logger.info("%d headers: %s", len(headers), ", ".join(headers))
    expected = hmac.new(secret, body, "sha256").hexdigest()
    return hmac.compare_digest(expected, headers["X-Token"])
