import logging

logger = logging.getLogger(__name__)


def cancellation(cancel_token, cancellation_token):
    logger.debug("cancelled by %s %s", cancel_token, cancellation_token)


def sync(sync_token, resume_token, delta_token):
    logger.debug("resuming from %s %s %s", sync_token, resume_token, delta_token)


def token_kind(token):
    kind = "jwt" if token.count(".") == 2 else "opaque"
    logger.debug("token kind %s", kind)


def file_of_key(key_file):
    with open(key_file) as handle:
        key = handle.read()
    logger.info("loaded key from %s (%d bytes)", key_file, len(key))
    return key


def hashed(password):
    from hashlib import pbkdf2_hmac
    digest = pbkdf2_hmac("sha256", password.encode(), b"salt", 1000)
    logger.debug("took %d bytes", len(digest))


def upper_case_names(row):
    logger.info("%s", {"ACCESS_TOKEN": "***", "user": row.user})
