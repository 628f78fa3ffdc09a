import logging
import os

logger = logging.getLogger(__name__)


def credentials():
    api_key = os.environ.get("QUEUE_API_KEY")
    password = os.environ.get("QUEUE_PASSWORD")
    missing = [name for name, value in (("QUEUE_API_KEY", api_key), ("QUEUE_PASSWORD", password)) if not value]
    if missing:
        raise RuntimeError(f"not set: {', '.join(missing)}")
    return api_key, password


def main():
    try:
        return credentials()
    except RuntimeError as error:
        logger.error("%s", error)
        return None
