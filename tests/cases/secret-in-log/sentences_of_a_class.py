import logging
from enum import Enum

logger = logging.getLogger(__name__)
INFO = "INFO"


class Messages:
    class Info(Enum):
        REUSED_BEARER_TOKEN = f"{INFO}: the bearer token is used again."
        GOT_BEARER_TOKEN = f"{INFO}: a bearer token was made from the credentials."


class Client:
    def __init__(self):
        self._bearer_token = None

    def get_bearer_token(self, make):
        if self._bearer_token is None:
            self._bearer_token = make()
            logger.info(Messages.Info.GOT_BEARER_TOKEN.value)
            logger.debug("got %s", self._bearer_token)  # expect: token
        else:
            logger.info(Messages.Info.REUSED_BEARER_TOKEN.value)
        return self._bearer_token
