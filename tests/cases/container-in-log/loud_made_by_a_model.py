"""What a model of pydantic makes of a body is an object of its class, and shows the class's fields."""

import logging

from pydantic import BaseModel, SecretStr

logger = logging.getLogger(__name__)


class Login(BaseModel):
    name: str
    password: str


class Hidden(BaseModel):
    name: str
    password: SecretStr


class Page(BaseModel):
    number: int


def enter(body):
    login = Login.model_validate(body)
    logger.info("login %s", login)  # expect: `Login` reaches logger.info(): its text shows the password
    return login.name


def enter_as_text(text):
    login = Login.parse_raw(text)
    logger.info("login %r", login)  # expect: `Login` reaches logger.info(): its text shows the password
    logger.info("login of %s", login.name)


def others(body):
    logger.info("login %s", Hidden.model_validate(body))
    logger.info("page %s", Page.parse_obj(body))
