import logging

logger = logging.getLogger(__name__)


def stored(user, hashed_token, masked_password, token_fingerprint, redacted_cmd, has_secret, is_password_set, num_tokens):
    logger.info("user %s: token %s, password %s", user, hashed_token, masked_password)
    logger.info("fingerprint %s", token_fingerprint)
    logger.info("ran %s", redacted_cmd)
    logger.info("%s %s %s", has_secret, is_password_set, num_tokens)
