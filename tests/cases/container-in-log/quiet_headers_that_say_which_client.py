import logging

from functools import cached_property

import requests

log = logging.getLogger(__name__)


class TokenAuth:
    def __init__(self, token):
        self.token = token

    def __call__(self, request):
        request.headers["Authorization"] = f"Bearer {self.token}"
        return request


class Hook:
    def __init__(self, connection):
        self.connection = connection

    @cached_property
    def user_agent_header(self):
        return {"user-agent": self.user_agent_value}

    @cached_property
    def user_agent_value(self):
        return self.connection.agent

    def call(self, method, url, json=None):
        headers = {**self.user_agent_header}
        auth = TokenAuth(self.connection.token)
        log.debug("Initiating %s request to %s, headers: %s", method, url, headers)
        return requests.request(method, url, json=json, auth=auth, headers=headers)
