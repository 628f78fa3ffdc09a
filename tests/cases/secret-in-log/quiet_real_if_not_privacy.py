import logging

logger = logging.getLogger(__name__)


class Hook:
    def __init__(self, host, token):
        self.host = host
        self.token = token

    def pprint(self, content, privacy=False):
        if not privacy:
            return content
        return "****"

    def send(self, session, text):
        logger.debug("hook %s with %s", self.host, self.pprint(self.token, privacy=True))
        return session.post(self.host, json={"text": text, "token": self.token})
