import logging

logger = logging.getLogger(__name__)


class Refused(Exception):
    pass


def _refused(reason, access_token):
    return Refused(f"{reason}: {access_token}")


def open_session(store, access_token):
    if not store.knows(access_token):
        raise _refused("unknown token", access_token)  # expect: token
    return store.session(access_token)


def handle(store, access_token):
    try:
        return open_session(store, access_token)
    except Refused as error:
        logger.warning("no session: %s", error)
        return None
