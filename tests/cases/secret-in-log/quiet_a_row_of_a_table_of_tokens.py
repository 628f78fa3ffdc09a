import logging

logger = logging.getLogger(__name__)


class Revocation:
    def __init__(self, db):
        self.db = db

    def revoke_token(self, token, request):
        self.db.session.delete(token)
        logger.info("Token %s was revoked", token)  # its repr() tells the number


def grant(session, credential):
    session.add(credential)
    session.commit()
    logger.info("credential %s was made", credential)
