"""A test that a value begins as secrets of its kind do, or as no reference does, shows the secret itself."""

import logging

logger = logging.getLogger(__name__)
TOKEN_PREFIX = "shop_pat_"
VAULT_TOKEN_PREFIX = "hvs."


def resolved(name, api_key):
    if not api_key.startswith("op://"):
        logger.info("%s is %s", name, api_key)  # expect: the API key reaches logger.info()
        return api_key
    return name


def of_the_shop(access_token):
    if access_token.startswith(TOKEN_PREFIX):
        logger.debug("token %s is new", access_token)  # expect: the token reaches logger.debug()


def of_the_vault(access_token):
    if access_token.startswith(VAULT_TOKEN_PREFIX):
        logger.debug("token %s is the vault's", access_token)  # expect: the token reaches logger.debug()


def bearer(access_token):
    if access_token.startswith("bearer:"):
        logger.debug("token %s", access_token)  # expect: the token reaches logger.debug()
