import enum
import logging
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


class ApiKey(str, enum.Enum):
    WEATHER = "weather"
    MAPS = "maps"


@dataclass
class AccessToken:
    number: int
    value: str = field(repr=False)


def connect(access_token: AccessToken, api_key: ApiKey):
    logger.info("connecting with %s", access_token)
    logger.info("to %s", api_key)
