"""What a model's text hides is written out by a dump of it all the same."""

import logging

from pydantic import BaseModel, Field, SecretStr

logger = logging.getLogger(__name__)


class Database(BaseModel):
    host: str
    password: str = Field(repr=False)


class Broker(BaseModel):
    host: str
    password: SecretStr


def start(database: Database, broker: Broker) -> None:
    logger.info("database %s, broker %s", database, broker)
    logger.info("database %s", database.model_dump())  # expect: shows the password
    logger.info("copy %s", database.model_copy(update={"host": "db"}))
    logger.info("broker %s", broker.model_dump())
