"""One credential is told by what it is made of, or what is read of it."""

import logging

logger = logging.getLogger(__name__)


def log_in(client, user, password):
    cred = (user, password)
    logger.debug("trying %s", cred)  # expect: the password
    credential = f"{user}:{password}"
    logger.debug("trying %s", credential)  # expect: the password
    client.login(*cred)


def renew(client, credentials, auth_cred):
    logger.debug("trying %s", credentials)  # expect: the credentials
    logger.debug("trying %s", auth_cred)  # expect: the credentials
