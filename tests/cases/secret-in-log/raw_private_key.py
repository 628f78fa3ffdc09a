"""A private key as it is, and the public one beside it."""

import logging

from cryptography.hazmat.primitives.asymmetric import ed25519

logger = logging.getLogger(__name__)


def make(name):
    key = ed25519.Ed25519PrivateKey.generate()
    logger.info("made %s: %s", name, key.public_key().public_bytes_raw().hex())
    raw = key.private_bytes_raw()
    logger.debug("it is %s", raw.hex())  # expect: private bytes
    return key
