import logging

import requests

log = logging.getLogger(__name__)


def before_the_test(url):
    answer = requests.get(url, timeout=5).json()
    log.debug("answer: %s", answer)  # expect: its text shows the token
    if "access_token" not in answer:
        return None
    return answer["access_token"]


def of_another_key(url, expected):
    answer = requests.get(url, timeout=5).json()
    if "expires_in" not in answer:
        log.error("unexpected answer: %s", answer)
        return None
    return answer["access_token"]


def where_the_value_is_there(url):
    answer = requests.get(url, timeout=5).json()
    token = answer.get("access_token")
    if token:
        log.debug("logged in: %s", answer)  # expect: its text shows the token
    return token


def where_several_keys_can_be_missing(config):
    try:
        host, password = config["host"], config["password"]
    except KeyError:
        log.error("bad configuration: %s", config)  # expect: its text shows the password
        return None
    connect(host)
    return password
