import logging

log = logging.getLogger(__name__)


class Grant:
    def __init__(self, server):
        self.server = server

    def create_token_response(self, client, user):
        token = self.server.generate_token(client=client, user=user, expires_in=3600)
        log.debug("Issue token %r to %r", token, client)  # expect: token
        self.server.save_token(token)
        return 200, token
