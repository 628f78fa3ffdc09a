import logging

import requests

log = logging.getLogger(__name__)


def of_another_key(url):
    answer = requests.get(url, timeout=5).json()
    if "expires_in" not in answer:
        log.error("unexpected answer: %s", answer)
        return None
    return answer["access_token"]


def events(socket):
    response = socket.receive()
    if response.get("event") == "error":
        log.warning("error of the television: %s", response)
        return None
    return response.get("token")


def checked(client, login):
    response = requests.post(login, json={"password": client.password}, timeout=5)
    if "error" in response.text:
        log.debug("result of the login: %s", response.text)
        raise ValueError("no such user")
    return response.status_code
