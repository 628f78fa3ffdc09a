import logging

import requests

logger = logging.getLogger(__name__)


def refresh(url, token):
    response = requests.post(url, data={"refresh_token": token}, timeout=5)
    logger.info("refresh answered %s after %s", response.status_code, response.elapsed)
    if not response.ok:
        logger.error("refresh failed: %s, %s", response.reason, response.json().get("error"))
    logger.debug("%d bytes of %s", len(response.content), response.headers["Content-Type"])
    return response.json()["expires_in"]
