import logging
import os

log = logging.getLogger(__name__)


def answered(x_ratelimit_reset_tokens, user_reset_tokens):
    log.info("Full again in %s", x_ratelimit_reset_tokens)
    log.info("Sent %s", user_reset_tokens)  # expect: the tokens reach log.info()


def started():
    log.info("By IAM: %s", os.getenv("IAM_TOKEN_DB_AUTH"))
    log.info("By %s", os.getenv("IAM_AUTH_TOKEN"))  # expect: the token reaches log.info()


def resync(generator, otp2):
    nextotp = generator.next()
    log.debug("Not the next code: %r", nextotp)  # expect: the one-time code reaches log.debug()
    log.debug("Not the second code: %r", otp2)  # expect: the one-time code reaches log.debug()
