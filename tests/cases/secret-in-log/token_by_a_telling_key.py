import logging

logger = logging.getLogger(__name__)


def renew(session):
    token = None
    while token is None:
        answer = session.post("/renew").json()
        token = answer.get("access_token")
        logger.info("renewed: %s", token)  # expect: the token
