"""What has neither the type nor the length of a key is none; a command that asks for credentials does not hold them."""

import logging
from collections import Counter

logger = logging.getLogger(__name__)


def peer(info):
    secret_key = info.get("secret_key")
    if not isinstance(secret_key, bytes) or len(secret_key) != 16:
        logger.debug("no key that is of use: %r", secret_key)
        return None
    return secret_key


def ask(run, role):
    cmd_role_credentials = f"aws sts assume-role --role-arn {role}"
    logger.debug("running %s", cmd_role_credentials)
    return run(cmd_role_credentials)


def frequent(seen: Counter, most):
    for token, times in seen.most_common(most):
        logger.info("%s: %d", token, times)


def asked(client_secret):
    return send({"page": 1}, {"client_secret": client_secret})


def send(params, data):
    names = sorted((params or {}) | (data or {}))
    logger.info("with %s", names)
