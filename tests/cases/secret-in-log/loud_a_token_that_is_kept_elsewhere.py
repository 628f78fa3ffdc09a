import logging

logger = logging.getLogger(__name__)


class Revocation:
    def __init__(self, db, http):
        self.db = db
        self.http = http

    def revoke_token(self, token, request):
        self.http.delete(token)
        logger.info("Token %s was revoked", token)  # expect: the token reaches logger.info()


def remember(seen, access_token):
    seen.add(access_token)
    logger.info("token %s was seen", access_token)  # expect: the token reaches logger.info()
