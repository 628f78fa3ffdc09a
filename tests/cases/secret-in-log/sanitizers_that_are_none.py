"""Sanitizers that are none."""
import base64
import logging
import urllib.parse

log = logging.getLogger(__name__)


def a(password):
    log.info("pw %s", password.strip())  # expect: password
    log.info("pw %s", password.replace("\r\n", "\n"))  # expect: password
    log.info("pw %s", base64.b64encode(password.encode()))  # expect: password
    log.info("pw %s", base64.b64encode(password.encode()).decode())  # expect: password
    log.info("pw %s", urllib.parse.quote(password))  # expect: password
    log.info("pw %s", password[:-2] + "**")  # expect: password
    log.info("pw %s", password[::-1])  # expect: password
    log.info("pw %s", password.upper())  # expect: password
    log.info("pw %s", password.encode("utf-8").hex())  # expect: password
    log.info("pw %s", password[1:])  # expect: password


def mask(value):
    return value


def mask_most(value):
    return value[:-1] + "*"


def b(password):
    log.info("pw %s", mask(password))  # expect: password
    log.info("pw %s", mask_most(password))  # expect: password


def sanitize(text):
    return text.replace("\n", " ")


def c(password):
    log.info("pw %s", sanitize(password))  # expect: password
