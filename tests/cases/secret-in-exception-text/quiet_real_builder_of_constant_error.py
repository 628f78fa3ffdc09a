import logging

logger = logging.getLogger(__name__)


class Forbidden(Exception):
    pass


def _forbidden(api_key):
    if api_key.startswith("trial-"):
        return Forbidden("not part of the trial")
    return Forbidden("only administrators may do this")


def remove(store, name, api_key):
    if not store.is_admin(api_key):
        raise _forbidden(api_key)
    store.remove(name)


def handle(store, name, api_key):
    try:
        remove(store, name, api_key)
    except Forbidden as error:
        logger.warning("refused: %s", error)
