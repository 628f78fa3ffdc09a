"""A dict that is written out with a secret in it, and stands in the error of the function that it is handed to."""

import logging

logger = logging.getLogger(__name__)


def ask(url, data):
    raise RuntimeError("%s refused %s" % (url, data))  # expect: `data` stands in the text of RuntimeError


def sign_in(client_id, client_secret):
    try:
        ask("https://login.example/token", {"client_id": client_id, "client_secret": client_secret})
    except RuntimeError as error:
        logger.warning("not signed in: %s", error)
