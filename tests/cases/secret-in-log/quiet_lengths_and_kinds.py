import hmac
import logging

logger = logging.getLogger(__name__)


def lengths(password):
    logger.debug("password has %d characters", len(password))


def presence(token, api_key):
    logger.debug("token given: %s", bool(token))
    logger.debug("api key given: %s", api_key is not None)
    logger.debug("api key %s", "set" if api_key else "not set")


def kinds(secret):
    logger.debug("secret is a %s", type(secret))
    logger.debug("secret is a %s", type(secret).__name__)
    logger.debug("secret is a %s", secret.__class__.__name__)


def equal(password, confirmation):
    logger.debug("passwords match: %s", password == confirmation)
    logger.info("same: %s", hmac.compare_digest(password, confirmation))


def starts(token):
    logger.info("bearer: %s", token.startswith("Bearer "))
    logger.info("parts: %d", token.count("."))
    logger.info("valid: %s", token.isalnum())


def counting(passwords, secrets):
    logger.info("%d passwords, %d secrets", len(passwords), len(secrets))


def checks(password):
    strong = len(password) > 12 and any(c.isdigit() for c in password)
    logger.info("strong: %s", strong)


def compared(expected, password):
    ok = password in expected
    logger.info("known: %s", ok)
