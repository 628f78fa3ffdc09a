"""What the record says to be a page's token, a device's that is told something, or a word, opens nothing; nor does a placeholder."""

import logging
import warnings

logger = logging.getLogger(__name__)


def compare(request, session):
    received = request.headers.get("X-Shop-Token")
    if received != session.token:
        logger.warning("CSRF attempt: received %s", received)


class Pushes:
    def send(self, user, message, token: str) -> None:
        try:
            self.client.send(token, message)
        except OSError:
            logger.exception("Failed to send a push notification to %s", token)


def word(session, token: str) -> None:
    warnings.warn(message=f"Unrecognized token: {token}", stacklevel=2)


def optional(entry, key):
    raw = entry["api_key"]
    logger.warning("the setting %s=%r is an unfilled placeholder and not used", key, raw)


def missing(missing_credentials):
    text = "These are needed:"
    for cred in missing_credentials:
        if isinstance(cred, set):
            cred_str = format_missing_credential(cred)
        else:
            cred_str = cred
        text += f" {cred_str}"
    logger.error(text)


def reached(user, password, device_token):
    logger.info("told %s of it on %s", user, device_token)
