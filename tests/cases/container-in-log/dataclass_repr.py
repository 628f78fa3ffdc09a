import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class DatabaseConfig:
    host: str
    user: str
    password: str
    pool: int = 5


def open_pool(config: DatabaseConfig):
    logger.info("opening %s", config)  # expect: password
    return config.pool
