import logging

import requests

logger = logging.getLogger(__name__)


def revoke(url, access_token):
    try:
        requests.post(url, data={"token": access_token}, timeout=5).raise_for_status()
    except requests.RequestException:
        logger.exception("token %s could not be revoked", access_token)  # expect: token
        raise
