import logging
from functools import cached_property

import yarl
from pydantic import PostgresDsn, SecretStr
from pydantic_settings import BaseSettings

_logger = logging.getLogger(__name__)


class Stock(BaseSettings):
    host: str
    user: str
    password: SecretStr

    @cached_property
    def place(self) -> str:
        built = PostgresDsn.build(scheme="postgresql", username=self.user, password=self.password.get_secret_value(), host=self.host)
        return str(built)

    @cached_property
    def open_place(self) -> str:
        return str(PostgresDsn.build(scheme="postgresql", host=self.host))


def connect(stock: Stock) -> None:
    _logger.debug("connects to %s", stock.place)  # expect: the password reaches _logger.debug()


def call(host, user, password):
    where = yarl.URL.build(scheme="amqp", host=host, user=user, password=password)
    _logger.debug("calls %s", where)  # expect: the password reaches _logger.debug()
