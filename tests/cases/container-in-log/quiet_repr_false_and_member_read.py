import logging
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    host: str
    session_secret: str = field(repr=False)


def load_settings(environ):
    settings = Settings(environ["HOST"], environ["SESSION_SECRET"])
    if len(settings.session_secret) < 32:
        logger.warning("the session secret is short")
    return settings


def announce(settings: Settings):
    logger.info("starting with %s", settings)


def main(environ):
    announce(load_settings(environ))
