"""Copies of an object in which something else was changed."""

import dataclasses
import logging
from dataclasses import dataclass

from pydantic import BaseModel

logger = logging.getLogger(__name__)


@dataclass
class Till:
    host: str
    password: str


class Supplier(BaseModel):
    name: str
    api_key: str


def start(till: Till, supplier: Supplier, login: str, password: str) -> None:
    logger.info("till %s", dataclasses.replace(till, host="localhost"))  # expect: the password
    logger.info("supplier %s", supplier.model_copy(update={"name": "***"}))  # expect: the API key
    body = {"login": login, "password": password}
    logger.info("body %s", body | {"login": "***"})  # expect: the password
