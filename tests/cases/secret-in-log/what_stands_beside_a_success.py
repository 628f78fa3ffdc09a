import logging

import requests

log = logging.getLogger(__name__)


def register(url):
    answer = requests.post(url, timeout=5).json()
    if answer["data"] is not None:
        return 0, answer["data"]["deviceSecret"]
    return 1, answer["message"]


def connect(url):
    rc, value = register(url)
    if rc == 0:
        log.info("registered: %s", value)  # expect: the secret reaches log.info()
    rc, value = register(url)
    if not rc:
        log.info("registered: %s", value)  # expect: the secret reaches log.info()
    rc, value = register(url)
    if rc != 0:
        return
    log.info("registered: %s", value)  # expect: the secret reaches log.info()
