import logging

logger = logging.getLogger(__name__)


class Visitor:
    def __init__(self, name, cookie_secret):
        self.name = name
        self.cookie_secret = cookie_secret

    def __repr__(self):
        return f"Visitor({self.name})"


class Directory:
    def __init__(self, rows):
        self._by_cookie = {row.cookie_secret: row for row in rows}

    def visitor_of(self, session_cookie):
        visitor = self._by_cookie.get(session_cookie)
        if visitor is not None:
            logger.info("welcome back, %s", visitor)
        return visitor
