import logging

logger = logging.getLogger(__name__)


class BadPosition(Exception):
    pass


class StreamToken:
    def __init__(self, room, ordering):
        self.room = room
        self.ordering = ordering

    @classmethod
    def parse(cls, token):
        room, _, ordering = token.partition("_")
        if not ordering.isdigit():
            raise BadPosition(f"invalid stream token {token!r}")
        return cls(room, int(ordering))


def changes(store, since_token):
    try:
        start = StreamToken.parse(since_token)
    except BadPosition as error:
        logger.info("sync refused: %s", error)
        return []
    return store.after(start.ordering)
