import logging
from html.parser import HTMLParser

logger = logging.getLogger(__name__)


class LoginPage(HTMLParser):
    """Takes what the form has to send back out of the page."""

    def found(self, attributes):
        _, content = next(pair for pair in attributes if pair[0] == "value")
        logger.debug("the form sends %s", content)  # expect: the token reaches logger.debug()
        self.access_token = content


class Account:
    def __init__(self, name):
        self.name = name
        self._password = ""

    @property
    def password(self):
        return self._password

    @password.setter
    def password(self, value):
        logger.debug("account %s: %r", self.name, value)  # expect: the password reaches logger.debug()
        self._password = value

    def read(self, line):
        logger.debug("read %r", line[:20])
        given = line.partition(" ")[2]
        logger.info("given was %s", given)  # expect: the password reaches logger.info()
        self.password = given.strip()
