import logging

import requests

log = logging.getLogger(__name__)


def me(bot_token):
    try:
        return requests.get(f"https://api.example.org/bot{bot_token}/getMe").json()
    except requests.RequestException as error:
        log.warning("no answer: %s", error)  # expect: reaches log.warning()
