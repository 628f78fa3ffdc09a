import logging

import requests

log = logging.getLogger(__name__)


def refreshed(url):
    login_response = requests.get(url, timeout=5).json()
    if "expires_in" not in login_response:
        log.error("malformed answer: %s", login_response)  # expect: its text shows the token
        return None
    return login_response["access_token"]
