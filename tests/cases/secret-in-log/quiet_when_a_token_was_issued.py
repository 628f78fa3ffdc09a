"""When a token was issued and who issued it are claims of it, and which one it is is its number."""

import logging
import time

from posts.tokens import TokenExpiredError, decode

logger = logging.getLogger(__name__)


def user_of(auth_token, keys):
    for key in keys:
        try:
            return decode(auth_token, key.secret)
        except TokenExpiredError as error:
            said = {"error": "clock", "token_iat": error.token.get("iat"), "token_exp": error.token.get("exp"), "now": int(time.time())}
            logger.info("refused %(error)s (token.iat %(token_iat)s, us %(now)s)", said, extra=said)
            raise
    return None


def compare(token_id, letter):
    if token_id != letter.number:
        logger.error("another letter: %s", letter.number, extra={"letter": letter.number, "letter_id_token": token_id})
