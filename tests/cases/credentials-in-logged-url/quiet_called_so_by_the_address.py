"""Another thing of such a name in an address, and what is masked there, is none."""

import logging

logger = logging.getLogger(__name__)


def pages(base, page_token, number, since):
    logger.debug("GET %s", f"{base}/items?token={page_token}")
    logger.debug("GET %s", f"{base}/items?page_token={number}")
    logger.debug("GET %s", f"{base}/items?since={since}&max_tokens={number}")


def masked(base, user, host, hidden="***"):
    logger.debug("GET %s", f"{base}/items?api_key=***&page={user}")
    logger.debug("at %s", f"amqp://{user}:***@{host}/")
    logger.debug("at %s", f"amqp://{user}:{hidden}@{host}/")
    logger.debug("at %s", f"amqp://{host}:{5672}/")
    logger.debug("at %s", f"{user}:{host}@production")
