import logging
import ssl
from pathlib import Path

logger = logging.getLogger(__name__)


def context(private_key_path: Path, cert_file: str, password_file: str) -> ssl.SSLContext:
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    logger.info("key %s, certificate %s", private_key_path, cert_file)
    logger.info("password is read from %s", password_file)
    made.load_cert_chain(cert_file, private_key_path, Path(password_file).read_text().strip())
    return made
