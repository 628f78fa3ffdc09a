# file: proj/__init__.py
# file: proj/config.py
from dataclasses import dataclass

from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    region: str = "eu"
    password: SecretStr
    debug: bool = False


settings = Settings()
# file: proj/util.py
import hashlib


def fingerprint(value):
    return hashlib.sha256(value.encode()).hexdigest()[:8]


def redact_dict(data, keys=("password", "token")):
    return {key: "***" if key in keys else value for key, value in data.items()}


def hide(value):
    return "*" * 8


def tail(value):
    return "..." + value[-4:]


def describe(token):
    return f"token of {len(token)} characters"


def status(password):
    return "set" if password else "empty"
# file: proj/main.py
import logging

from proj.config import settings
from proj.util import describe, fingerprint, hide, redact_dict, status, tail

log = logging.getLogger(__name__)


def show():
    log.info("settings %s", settings)
    log.info("region %s debug %s", settings.region, settings.debug)


def login(user, password, token):
    log.info("password %s", status(password))
    log.info("token %s", describe(token))
    log.info("token %s", fingerprint(token))
    log.info("token %s", tail(token))
    log.info("token %s", hide(token))
    log.info("args %s", redact_dict({"user": user, "password": password}))


class Session:
    def __init__(self, token):
        self.token = token
        self.token_tail = tail(token)

    def report(self):
        log.info("session %s", self.token_tail)
        log.info("session %s", fingerprint(self.token))
