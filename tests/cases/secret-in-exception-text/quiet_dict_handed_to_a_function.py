"""The same of a dict without a secret, and of one in which it is masked."""

import logging

logger = logging.getLogger(__name__)


def ask(url, data):
    raise RuntimeError("%s refused %s" % (url, data))


def sign_in(client_id, client_secret):
    try:
        ask("https://login.example/clients", {"client_id": client_id, "given": bool(client_secret)})
        ask("https://login.example/token", {"client_id": client_id, "client_secret": "***"})
    except RuntimeError as error:
        logger.warning("not signed in: %s", error)
