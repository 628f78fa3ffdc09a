import logging

logger = logging.getLogger(__name__)


def item(settings, key, message):
    if key not in settings:
        raise KeyError(message)
    return settings[key]


def connect(profiles):
    credentials = item(profiles, "prod", "no such profile")
    kind = item(credentials, "type", "no type")
    if kind != "postgres":
        raise NotImplementedError(f"{kind} is not known yet")
    return credentials


def main(profiles):
    try:
        connect(profiles)
    except NotImplementedError as error:
        logger.error(error)
