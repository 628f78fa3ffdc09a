"""What stands in the settings is where the password is kept, and the test has shown it: it begins as such a reference does."""

import logging
import os

import keyring

logger = logging.getLogger(__name__)
KEYRING_PREFIX = "keyring:"


def resolved(name, api_key):
    if not api_key.startswith("op://"):
        return api_key
    logger.info("%s is kept as %s", name, api_key)
    return read(api_key)


def from_keyring():
    for name in ("BILLING_TOKEN", "BILLING_PASSWORD"):
        password = os.environ.get(name, "")
        if not password.startswith(KEYRING_PREFIX):
            continue
        entry = password[len(KEYRING_PREFIX) :].strip()
        logger.warning("%s: no entry %s for %s", name, entry, password)
        os.environ[name] = keyring.get_password("billing", entry)


def expanded(password):
    if is_secret_reference(password):
        logger.debug("expanding %s", password)
        return read(password)
    return password


def is_secret_reference(value):
    return value.startswith("${")


def read(reference):
    return os.popen(f"op read {reference}").read()
