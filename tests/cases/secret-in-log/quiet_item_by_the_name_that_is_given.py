import logging

logger = logging.getLogger(__name__)


def item(settings, key, message):
    if key not in settings:
        raise KeyError(message)
    return settings[key]


def got(settings, key, default=None):
    return settings.get(key, default)


def connect(profiles):
    credentials = item(profiles, "prod", "there is no such profile")
    kind = item(credentials, "type", "the profile has no type")
    logger.info("connecting to a database of type %s", kind)
    logger.info("at %s", got(credentials, "host", "localhost"))


def login(account):
    settings = {"token": account.token, "kind": "basic"}
    logger.info("login of kind %s", got(settings, "kind"))
