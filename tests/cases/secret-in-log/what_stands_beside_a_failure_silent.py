import logging

import requests

log = logging.getLogger(__name__)


def register(url):
    answer = requests.post(url, timeout=5).json()
    if answer["data"] is not None:
        return 0, answer["data"]["deviceSecret"]
    return 1, answer["message"]


def ask(url):
    answer = requests.post(url, timeout=5)
    if answer.ok:
        return True, answer.json()["password"]
    return False, answer.reason


def connect(url):
    rc, value = register(url)
    tell(rc, value)
    if rc == 0:
        use(value)
    else:
        log.error("registration failed: %s", value)
    ok, result = ask(url)
    if not ok:
        log.error("no password: %s", result)
        return
    use(result)


def use(value): ...


def tell(rc, value): ...
