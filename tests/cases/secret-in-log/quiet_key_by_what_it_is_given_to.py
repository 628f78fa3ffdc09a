import logging

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import serialization
from nacl.signing import SigningKey, VerifyKey

logger = logging.getLogger(__name__)


def signer(name):
    off_pri, off_pub = load_pair(name)
    logger.debug("type of off_pri: %s", type(off_pri))
    return SigningKey(off_pri.encode()), off_pub


def checker(name):
    found = load(name)
    logger.debug("read %s", found)
    return VerifyKey(found)


def cipher(path):
    logger.debug("reads %s", path)
    return Fernet(path.read_bytes())


def certificate(path):
    with open(path, "rb") as file:
        data = file.read()
    logger.debug("certificate of %s: %d bytes", path, len(data))
    return serialization.load_pem_private_key(data, password=None)
