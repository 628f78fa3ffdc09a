"""Copies of an object in which the secret was changed for a mask, or that leave it out."""

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


class Courier(BaseModel):
    name: str
    api_key: str

    def __repr_args__(self):
        return [(name, value) for name, value in super().__repr_args__() if name != "api_key"]


def start(till: Till, supplier: Supplier, courier: Courier, login: str, password: str) -> None:
    logger.info("till %s", dataclasses.replace(till, password="***"))
    logger.info("supplier %s", supplier.model_copy(update={"api_key": "***"}))
    logger.info("courier %s", courier)
    body = {"login": login, "password": password}
    logger.info("body %s", body | {"password": "***"})
    command = ["till-sync", "--login", login, "--password", password]
    logger.info("running %s", command[:-1])
    logger.info("running %s", command[:3])
