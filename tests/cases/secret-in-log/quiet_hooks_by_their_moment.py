import logging

log = logging.getLogger(__name__)


class Session:
    def __init__(self):
        self.hooks = {"access_token_response": set(), "refresh_token_request": set()}

    def fetch(self, token):
        for hook in self.hooks["access_token_response"]:
            log.debug("Invoking hook %s.", hook)
            token = hook(token)
        return token
