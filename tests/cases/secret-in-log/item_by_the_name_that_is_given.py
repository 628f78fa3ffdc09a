import logging

logger = logging.getLogger(__name__)


def item(settings, key, message):
    if key not in settings:
        raise KeyError(message)
    return settings[key]


def got(settings, key, default=None):
    return settings.get(key, default)


def connect(profiles, wanted):
    credentials = item(profiles, "prod", "there is no such profile")
    logger.info("connecting with %s", item(credentials, "password", "the profile has no password"))  # expect: the password
    logger.info("and with %s", got(credentials, wanted))  # expect: the credentials


def login(account):
    settings = {"token": account.token, "kind": "basic"}
    logger.info("login by %s", got(settings, "token"))  # expect: the token
