import logging
from dataclasses import asdict, dataclass
from typing import NamedTuple, Optional

import attr
from pydantic import BaseModel
from pydantic_settings import BaseSettings

log = logging.getLogger(__name__)


@dataclass
class Credentials:
    user: str
    password: str


@dataclass
class Connection:
    host: str
    credentials: Credentials


class Settings(BaseSettings):
    db_host: str = "localhost"
    db_password: str = ""


class LoginForm(BaseModel):
    username: str
    password: str
    otp: Optional[str] = None


@attr.s(auto_attribs=True)
class ApiKey:
    owner: str
    api_key: str


class Pair(NamedTuple):
    access_token: str
    refresh_token: str


def a(user, password):
    creds = Credentials(user, password)
    log.info("using %s", creds)  # expect: password
    log.info(f"using {creds}")  # expect: password
    log.info("using %s", asdict(creds))  # expect: password
    log.info("using %s", vars(creds))  # expect: password


def b(creds: Credentials):
    log.info("using %r", creds)  # expect: password
    log.info("using %s", creds.password)


settings = Settings()


def c():
    log.info("settings: %s", settings)  # expect: password
    log.info("settings: %s", settings.model_dump())  # expect: password
    log.info("settings: %s", settings.dict())  # expect: password
    log.info("settings: %s", settings.model_dump_json())  # expect: password


def d(form: LoginForm):
    log.info("form %s", form)  # expect: password
    log.info("form %s", form.model_dump(exclude={"otp"}))  # expect: password


def e(key: ApiKey):
    log.info("key %s", key)  # expect: reach


def f() -> Pair:
    pair = Pair(make(), make())
    log.info("issued %s", pair)  # expect: token
    return pair


def g(connection: Connection):
    log.info("connection %s", connection)  # expect: credentials


class Account:
    def __init__(self, name, secret):
        self.name = name
        self.secret = secret

    def __repr__(self):
        return f"<Account {self.name} {self.secret}>"


def h(name, secret):
    account = Account(name, secret)
    log.info("made %s", account)


def i():
    log.info("made %s", load_account())


def load_account() -> Account:
    return Account("x", read_secret())
