import json
import logging
from shlex import quote

import requests

log = logging.getLogger(__name__)


class Client:
    def post(self, url, data):
        shown = dict(data)
        shown["username"] = "xxxxxxxxx"
        shown["password"] = "xxxxxxxxx"
        command = ["curl", url]
        line = command + ["-d", quote(json.dumps(shown))]
        command += ["-d", quote(json.dumps(data))]
        log.info(" ".join(line))
        return requests.post(url, data=data)

    def create_user(self, name, password):
        data = {"name": name}
        data.update({"password": password})
        return self.post("/users", data)
