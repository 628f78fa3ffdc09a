"""The text of an answer that has no token in it is the reason why."""

import json
import logging

import requests

logger = logging.getLogger(__name__)


def fetch(url, client_id, client_secret):
    response = requests.post(url, json={"client_id": client_id, "client_secret": client_secret})
    text = response.text.strip()
    auth_token = json.loads(text).get("access_token", None)
    if auth_token:
        return auth_token
    logger.info("the answer was %s", text)
    return None


def renew(url, client_secret):
    response = requests.post(url, json={"client_secret": client_secret})
    data = json.loads(response.text)
    logger.info("the answer was %s", data)  # expect: its text shows the token
    return data["access_token"]
