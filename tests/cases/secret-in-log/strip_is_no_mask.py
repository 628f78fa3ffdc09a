import logging
from pathlib import Path

logger = logging.getLogger(__name__)


def read_token(path: Path) -> str:
    token = path.read_text()
    clean = token.strip().replace("\r\n", "\n")
    logger.debug("read %s: %s", path, clean)  # expect: token
    return clean
