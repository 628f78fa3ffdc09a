import logging

from django.contrib.auth.password_validation import get_default_password_validators

logger = logging.getLogger(__name__)

PASSWORD_MIN_LENGTH = 12
PASSWORD_RESET_TIMEOUT = 3600
password_attempts = 0


def describe():
    validators = get_default_password_validators()
    logger.info("password validators: %s", [type(one).__name__ for one in validators])
    logger.info("at least %d characters, links live %d s", PASSWORD_MIN_LENGTH, PASSWORD_RESET_TIMEOUT)
    logger.warning("%d attempts with a wrong password", password_attempts)
    password_hasher, password_strength, password_expired = "argon2", 3, False
    logger.info("hasher %s, strength %d, expired %s", password_hasher, password_strength, password_expired)
