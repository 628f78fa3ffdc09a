import logging
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


@dataclass
class DatabaseConfig:
    host: str
    user: str
    password: str = field(repr=False)


def open_pool(config: DatabaseConfig):
    logger.info("opening %s", config)
