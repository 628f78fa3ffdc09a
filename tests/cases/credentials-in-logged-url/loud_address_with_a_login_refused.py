import logging
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)


def video_of(target):
    value = target.strip()
    parsed = urlsplit(value)
    if parsed.scheme != "https" or parsed.username is not None or parsed.password is not None:
        raise ValueError("no address of a video")
    logger.info("loading %s", value)
    return parsed.path.rpartition("/")[2]


def host_of(target):
    value = target.strip()
    parsed = urlsplit(value)
    if not parsed.hostname:
        raise ValueError("no address")
    logger.info("connecting to %s", value)  # expect: it shows the password
    return parsed.hostname, parsed.username, parsed.password
