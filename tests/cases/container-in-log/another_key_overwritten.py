import logging

import requests

log = logging.getLogger(__name__)


class Client:
    def post(self, url, data):
        shown = dict(data)
        shown["username"] = "xxxxxxxxx"
        log.info("post %s", shown)  # expect: reach
        return requests.post(url, data=data)

    def create_user(self, name, password):
        data = {"name": name}
        data["password"] = password
        return self.post("/users", data)
