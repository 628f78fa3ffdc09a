import logging
import os

logger = logging.getLogger(__name__)


def main_settings():
    first = os.environ["PGPASSWORD"]
    second = os.getenv("STRIPE_SECRET_KEY", "")
    logger.debug("database: %s", first)  # expect: password
    logger.debug("payments: %s", second)  # expect: secret
    return first, second
