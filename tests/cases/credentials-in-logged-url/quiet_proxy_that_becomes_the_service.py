"""A proxy's address that a function makes its client's base is a service's, also where the caller calls it a proxy's."""

import logging
import os

logger = logging.getLogger(__name__)


def use(client, proxy_url: str) -> None:
    client.api_base = proxy_url
    client.api_key = os.environ["SHOP_API_KEY"]
    logger.info("asking by way of %s", proxy_url)


def start(client) -> None:
    proxy_url = os.environ.get("SHOP_PROXY_URL", "")
    if proxy_url:
        use(client, proxy_url)
