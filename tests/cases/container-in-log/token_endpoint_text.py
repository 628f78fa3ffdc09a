import logging

import requests

logger = logging.getLogger(__name__)


def token(url, client_id, client_secret):
    response = requests.post(f"{url}/oauth2/token", data={"grant_type": "client_credentials"}, auth=(client_id, client_secret), timeout=5)
    logger.debug("token response: %s", response.text)  # expect: response
    return response.json()["access_token"]
