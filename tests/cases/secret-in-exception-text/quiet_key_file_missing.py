import logging
from pathlib import Path

logger = logging.getLogger(__name__)


def read_key(private_key_file: Path) -> bytes:
    if not private_key_file.exists():
        raise FileNotFoundError(f"private key {private_key_file} is missing")
    return private_key_file.read_bytes()


def start(private_key_file: Path) -> None:
    try:
        read_key(private_key_file)
    except FileNotFoundError as error:
        logger.error("%s", error)
