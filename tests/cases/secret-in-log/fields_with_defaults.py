import logging
from dataclasses import dataclass
from typing import ClassVar, Optional

from pydantic import BaseModel, SecretStr
from pydantic_settings import BaseSettings

log = logging.getLogger(__name__)


@dataclass
class Account:
    name: str = ""
    password: str = ""
    token: Optional[str] = None


class Mail(BaseModel):
    host: str = "localhost"
    password: str = "changeme"
    relay_password: SecretStr = SecretStr("changeme")


class Settings(BaseSettings):
    api_key: Optional[str] = None


class Plugin:
    token = None

    def announce(self):
        log.info("plugin with %s", self.token)  # expect: the token


class Words:
    password = "Kennwort"
    tokens: ClassVar[int] = 0


def show(account: Account, mail: Mail, settings: Settings, words: Words):
    log.info("account %s with %s", account.name, account.password)  # expect: the password
    log.info("account %s with %s", account.name, account.token)  # expect: the token
    log.info("mail by %s with %s", mail.host, mail.password)  # expect: the password
    log.info("mail with %s", mail.relay_password)
    log.info("key %s", settings.api_key)  # expect: the API key
    log.info("the field is called %s", words.password)
