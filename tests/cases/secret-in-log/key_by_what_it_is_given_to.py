import logging

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import serialization
from nacl.signing import SigningKey

logger = logging.getLogger(__name__)


def signer(name):
    off_pri, off_pub = load_pair(name)
    logger.debug("type of off_pri: %s", off_pri)  # expect: the secret key reaches logger.debug()
    off_pri = off_pri.encode()
    return SigningKey(off_pri), off_pub


def cipher(path):
    found = load(path)
    logger.debug("read %s", found)  # expect: the secret key reaches logger.debug()
    return Fernet(found)


def certificate(path):
    with open(path, "rb") as file:
        data = file.read()
    logger.debug("certificate of %s: %s", path, data)  # expect: the secret key reaches logger.debug()
    return serialization.load_pem_private_key(data, password=None)
