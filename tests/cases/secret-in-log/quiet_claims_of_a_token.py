"""What is asked for a claim is a token that was taken apart: the text of it proves nothing to anybody."""

import logging

logger = logging.getLogger(__name__)


def ended(request, sessions):
    id_token = request["verified_id_token_hint"]
    logger.debug("id token: %s", id_token)
    if sessions.client not in id_token["aud"]:
        raise ValueError("another client's")


class Who:
    def __init__(self, credentials):
        self.credentials = credentials

    @property
    def user_id(self):
        try:
            return self.credentials.id_token["sub"]
        except KeyError:
            logger.error("no subject in %s", self.credentials.id_token)
