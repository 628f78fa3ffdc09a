"""A session's token is one, whatever else the record speaks of; so is a key that is wrong, and a credential that there is."""

import logging

logger = logging.getLogger(__name__)


def compare(request, session):
    received = request.headers.get("X-Shop-Token")
    if received != session.token:
        logger.warning("a wrong session token was received: %s", received)  # expect: the token


class Pushes:
    def send(self, user, message, access_token: str) -> None:
        logger.debug("pushing %s with %s", message, access_token)  # expect: the token


def optional(entry, key):
    raw = entry["api_key"]
    logger.warning("the setting %s=%r fills the placeholder", key, raw)  # expect: the API key


def each(credentials):
    for cred in credentials:
        cred_str = str(cred)
        logger.error("not accepted: %s", cred_str)  # expect: the credentials
