import logging

import requests
from flask import session

log = logging.getLogger(__name__)


def token_endpoint(client_id, client_secret):
    response = requests.post("https://auth.example.com/oauth/token", data={"client_id": client_id, "client_secret": client_secret})
    log.debug("answer %s", response.text)  # expect: reach
    log.debug("answer %s", response.json())  # expect: reach
    data = response.json()
    log.debug("got %s", data)  # expect: token
    return data["access_token"]


def get_token(session, url):
    resp = session.post(url, json={"grant_type": "client_credentials"})
    if resp.status_code != 200:
        log.error("token request failed: %s", resp.content)  # a refusal holds no token
    log.info("token response %s", resp.json())  # expect: reach
