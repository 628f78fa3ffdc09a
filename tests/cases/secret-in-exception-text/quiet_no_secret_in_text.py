import logging

logger = logging.getLogger(__name__)


class LoginFailed(Exception):
    pass


def login(client, user, password):
    if len(password) < 8:
        raise LoginFailed(f"password of {user} has only {len(password)} characters")
    if not client.login(user, password):
        raise LoginFailed(f"wrong password for {user}")


def run(client, user, password):
    try:
        login(client, user, password)
    except LoginFailed as error:
        logger.error("could not log in: %s", error)
