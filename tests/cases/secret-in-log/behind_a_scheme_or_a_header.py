import logging

import requests

from shop.signing import Signer

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, settings):
        self._settings = settings

    def _header(self):
        return f"Bearer {self._settings.value}"

    def orders(self, url):
        header = self._header()
        logger.debug("GET %s as %s", url, header)  # expect: the authorization header reaches
        return requests.get(url, headers={"Authorization": header}, timeout=5)


def in_a_record(order):
    value = Signer(order).make()
    logger.info("Authorization: Bearer %s", value)  # expect: the authorization header reaches
    logger.debug(f"curl -H 'Authorization: Basic {value}' {order.url}")  # expect: the authorization header reaches


def in_a_command(order):
    command = "curl -H 'X-Api-Key: {}' {}".format(order.thing, order.url)
    logger.debug("try it: %s", command)  # expect: the API key reaches
    logger.debug("curl -H 'X-Auth-Token: %s' %s", order.thing, order.url)  # expect: the token reaches


def what_is_no_login(order, bearers):
    logger.info("Bearer %s created", order.bearer_id)
    logger.info("WWW-Authenticate: Bearer %s", order.challenge)
    logger.info("Authorization: Basic %s", "set" if order.thing else "unset")
    logger.info("Authorization: Basic %s", "***")
    logger.info("X-Auth-Token: %d characters", len(order.thing))
    logger.info("X-Auth-Token: %s", bool(order.thing))
    logger.info("X-Request-Id: %s, Content-Type: %s", order.thing, order.kind)
    logger.info("%s", f"Bearer {order.thing[:3]}...")
    logger.info("there are %s", f"bearers: {len(bearers)}")


def in_an_address(order, base):
    url = f"{base}/items?access_token={order.thing}"
    logger.debug("GET %s", url)  # expect: the token reaches
    logger.debug("GET %s?page=1&api_key=%s", base, order.thing)  # expect: the API key reaches
    logger.debug("GET %s?page=1&page_token=%s", base, order.thing)
    logger.debug("GET %s?page=1&token=%s", base, order.thing)
    logger.debug("GET %s?page=1&api_key=%s", base, "***")
    logger.debug("GET %s?page=1&api_key_id=%s", base, order.thing)
