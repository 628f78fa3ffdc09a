import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Key:
    name: str
    secret: str

    def __repr__(self):
        return f"Key({self.name!r})"


class Keyring:
    def __init__(self, keys, password):
        self.keys = keys
        self.password = password

    def __str__(self):
        return f"keyring of {len(self.keys)} keys"


def use(key: Key, ring: Keyring):
    logger.info("key %s of %s", key, ring)
    logger.info("keys: %s", [one.name for one in ring.keys])
