"""The record's own text says what a value is whose name tells nothing."""

import logging
import secrets
import sys

from flask import Flask

logger = logging.getLogger(__name__)
app = Flask(__name__)


def new_baker(login: str) -> str:
    value = secrets.token_urlsafe(12)
    logger.info("initial password for %s: %s", login, value)  # expect: the password reaches logger.info(), from value
    return value


def ask_for_code(phone: str) -> str:
    code = f"{secrets.randbelow(10**6):06}"
    logger.info(f"verification code for {phone}: {code}")  # expect: the one-time code
    logger.debug("OTP: " + code)  # expect: the one-time code
    logger.debug("OTP for {} is {}".format(phone, code))  # expect: the one-time code
    print(f"OTP {code}", file=sys.stderr)  # expect: the one-time code
    return code


def show_key(raw: str) -> None:
    logger.debug("api_key=%s", raw)  # expect: the API key
    logger.debug("password = '%s'" % raw)  # expect: the password
