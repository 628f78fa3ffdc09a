import logging

from pydantic import BaseModel

logger = logging.getLogger(__name__)


class Account(BaseModel):
    id: int
    password: str
    token: str


def saved(account: Account):
    logger.info("saved %s", account.model_dump(exclude={"password", "token"}))
    logger.info("saved %s", account.model_dump(include={"id"}))
    logger.info("saved %s", account.model_dump_json(exclude={"password", "token"}))
