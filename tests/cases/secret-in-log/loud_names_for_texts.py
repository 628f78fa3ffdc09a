import logging
import typing as t
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, AnyStr, NewType, TypeAlias

from pydantic import StringConstraints

logger = logging.getLogger(__name__)
AccessToken = NewType("AccessToken", str)
Token: TypeAlias = str
ApiKey = Annotated[str, StringConstraints(min_length=20)]


class Passphrase(str):
    __slots__ = ()


def fetched() -> t.Text: ...


@contextmanager
def borrowed() -> Iterator[AccessToken]: ...


def connect(access_token: AccessToken, refresh_token: Token, api_key: ApiKey, password: AnyStr, passphrase: Passphrase):
    logger.info("connecting with %s", access_token)  # expect: the token reaches logger.info()
    logger.info("then with %s", refresh_token)  # expect: the token reaches logger.info()
    logger.info("as %s", api_key)  # expect: the API key reaches logger.info()
    logger.info("or with %s", password)  # expect: the password reaches logger.info()
    logger.info("opened by %s", passphrase)  # expect: the password reaches logger.info()


def refresh():
    access_token = fetched()
    logger.info("fetched %s", access_token)  # expect: the token reaches logger.info()
    with borrowed() as access_token:
        logger.info("borrowed %s", access_token)  # expect: the token reaches logger.info()
