import logging

logger = logging.getLogger(__name__)


class LoginFailed(Exception):
    pass


def login(client, user, password):
    if not client.login(user, password):
        raise LoginFailed(f"login of {user} with {password} failed")  # expect: password


def run(client, user, password):
    try:
        login(client, user, password)
    except LoginFailed as error:
        logger.error("could not log in: %s", error)
