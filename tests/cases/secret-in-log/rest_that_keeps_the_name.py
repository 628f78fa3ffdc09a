"""What a secret was split off is the rest, where the rest keeps the name."""

import logging

log = logging.getLogger(__name__)


class Client:
    def __init__(self, workspace_id, auth_token=None):
        if ":" in workspace_id and not auth_token:
            workspace_id, auth_token = workspace_id.split(":", 1)
        self.workspace_id = workspace_id
        self.auth_token = auth_token

    def show(self):
        log.debug("asking for %s", self.workspace_id)


class Login:
    def __init__(self, line):
        self.name, auth_token = line.split(":", 1)
        self.line = line
        self.auth_token = auth_token

    def show(self):
        log.debug("asking with %s", self.line)  # expect: the token reaches log.debug()
