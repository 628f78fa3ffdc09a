import logging

import requests

log = logging.getLogger(__name__)


class LoginClient:
    def login(self, url, user, password):
        response = requests.post(url, json={"user": user, "password": password})
        if response.json().get("resultCode") == "0":
            return response.json()["session"]
        log.error(response.text)
        return None
