"""Texts that speak of a password or a code, before values that are something else."""

import logging

logger = logging.getLogger(__name__)


def checked(login: str, value: bool, code: int, reason: str, count: int) -> None:
    logger.info("password check for %s: %s", login, value)
    logger.info("password changed for %s: %s", login, value)
    logger.info("password length: %s", value)
    logger.info("password required: %s", value)
    logger.info("no password for %s: %s", login, value)
    logger.info("has password: %s", value)
    logger.info("password strength: %s", value)
    logger.info("password for %s expires in %s", login, value)
    logger.info("error code: %s", code)
    logger.info("status code %s", code)
    logger.info("OTP verified for %s: %s", login, value)
    logger.info("OTP enabled: %s", value)
    logger.info("invalid API key: %s", reason)
    logger.info("API keys in use: %s", count)
    logger.info("setting %s=%s", login, value)
    logger.info(f"wrong password for {login}")
    logger.info("password for %s", login)
    logger.info("verification code sent to %s", value)
