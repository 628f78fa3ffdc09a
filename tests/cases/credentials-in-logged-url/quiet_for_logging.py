import logging
from urllib.parse import urlparse, urlunparse

logger = logging.getLogger(__name__)


def parse_db_uri_for_logging(uri: str) -> str:
    parsed_db_uri = urlparse(uri)
    if parsed_db_uri.password is None:
        return uri
    netloc = parsed_db_uri.netloc.replace(f":{parsed_db_uri.password}@", ":*****@", 1)
    return urlunparse(parsed_db_uri._replace(netloc=netloc))


def start(config: dict[str, str]) -> None:
    logger.info('Using DB: "%s"', parse_db_uri_for_logging(config["db_url"]))
