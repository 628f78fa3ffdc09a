import logging

import requests

log = logging.getLogger(__name__)


def by_key_error(url, user):
    result = requests.post(url, data={"user": user}, timeout=5).json()
    try:
        return result["token"]
    except KeyError:
        log.error("no token in the answer: %s", result)
        return None


def by_test(url):
    answer = requests.get(url, timeout=5).json()
    if "access_token" not in answer:
        log.error("unexpected answer: %s", answer)
        return None
    return answer["access_token"]


def by_missing_value(url):
    answer = requests.get(url, timeout=5).json()
    token = answer.get("tok") or answer.get("access_token")
    if not token:
        log.error("invalid answer: %s", answer)
    return token


def one_of_several(url):
    answer = requests.get(url, timeout=5).json()
    access_token = answer.get("access_token")
    id_token = answer.get("id_token")
    if access_token is None or id_token is None:
        log.error("answer lacks fields: %s", answer)
        return None
    return access_token, id_token


def read_where_it_is_there(client):
    state, data = client.login()
    if state == 1:
        return data["user_token"]
    log.error("login refused: %s", data)
    return None
