"""What an error has as its code is a word for what went wrong."""

import logging

logger = logging.getLogger(__name__)


class OTPSearchError(Exception):
    def __init__(self, code):
        self.code = code


def search_otp(client, credential):
    try:
        return client.search_recent_otp(credential)
    except OTPSearchError as error:
        logger.warning("the one-time codes were not found: %s", error.code)
        return None
