import logging

import requests

logger = logging.getLogger(__name__)


def revoke(url, token):
    try:
        requests.post(url, data={"token": token}, timeout=5).raise_for_status()
    except requests.RequestException as error:
        logger.warning("token not revoked: %s", type(error).__name__)
        return False
    except OSError as error:
        logger.warning("token not revoked: %s", error.__class__.__name__)
        return False
    return True
