"""What a branch puts into the text is no mask."""

import logging

import requests

log = logging.getLogger(__name__)


def create_user(base, name, password=None):
    form = {"name": name, "password": password}
    shown = str(form)
    if name:
        shown = shown.replace(name, "the user")
    log.debug("POST %s/users %s", base, shown)  # expect: password
    return requests.post(f"{base}/users", data=form, timeout=10)
