"""What a store tells of a secret under a key that is not written out is its name, also where the record says "secret" before it."""

import logging

logger = logging.getLogger(__name__)


def sent(session, password):
    return session.post("/login", json={"password": password})


def described(store, secret, kind):
    _, parameter, key = kind.fields
    try:
        secret.update(store.describe(**{parameter: secret[key]}))
    except PermissionError as error:
        logger.warning("Secret: %s could not be described: %s", secret[key], error.errno)
