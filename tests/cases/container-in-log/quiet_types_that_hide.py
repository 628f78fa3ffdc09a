"""Types that hide what they hold."""
import logging
from dataclasses import dataclass, field
from enum import Enum

import attr
from pydantic import BaseModel, Field, SecretBytes, SecretStr
from pydantic_settings import BaseSettings

log = logging.getLogger(__name__)


class Settings(BaseSettings):
    host: str = "localhost"
    password: SecretStr
    api_key: SecretBytes


def show_settings(settings: Settings):
    log.info("settings %s", settings)
    log.info("password %s", settings.password)


@dataclass
class Login:
    user: str
    password: str = field(repr=False)


def show_login(user, password):
    login = Login(user, password)
    log.info("login %s", login)


@dataclass
class Account:
    name: str
    token: str

    def __repr__(self):
        return f"Account({self.name!r}, token=***)"


def show_account(account: Account):
    log.info("account %s", account)


class Client:
    def __init__(self, url, api_key):
        self.url = url
        self._api_key = api_key

    def __str__(self):
        return f"Client for {self.url}"

    def connect(self):
        log.info("connecting %s", self)


class Plain:
    """Its text is the default one: <Plain object at 0x...>."""

    def __init__(self, secret):
        self.secret = secret


def show_plain(secret):
    log.info("made %s", Plain(secret))


class User(BaseModel):
    name: str
    password: str = Field(repr=False)


def show_user(user: User):
    log.info("user %s", user)


def dumped(user: User):
    log.info("user %s", user.model_dump(exclude={"password"}))
    log.info("user %s", user.model_dump(include={"name"}))


@attr.s
class Key:
    name = attr.ib()
    secret = attr.ib(repr=False)


def show_key(key: Key):
    log.info("key %s", key)


class Grant(str, Enum):
    PASSWORD = "password"
    CLIENT_SECRET = "client_secret"
    TOKEN = "token"


def show_grant(grant: Grant):
    log.info("grant %s", grant)
    log.info("grant %s", Grant.PASSWORD)
    log.info("grant %s", Grant.CLIENT_SECRET.value)


class Conf:
    CONF_PASSWORD = "password"
    CONF_TOKEN = "token"


def missing_conf(conf):
    if Conf.CONF_PASSWORD not in conf:
        log.error("%s is missing", Conf.CONF_PASSWORD)


PASSWORD_FIELD = "password"
TOKEN_KEY = "access_token"
SECRET_NAME = "prod/db/secret-1"


def names():
    log.info("fields %s %s %s", PASSWORD_FIELD, TOKEN_KEY, SECRET_NAME)


def nothing(password: None, token: bool, secret: int):
    log.info("%s %s", token, secret)
