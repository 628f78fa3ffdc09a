"""What the class above, or one below, reads of an attribute is in it here too."""

import logging

log = logging.getLogger(__name__)


class Client:
    def __init__(self, access):
        self.access = access

    def signed_in(self):
        return login(self.access["username"], self.access["password"])


class Crawler(Client):
    def crawl(self):
        log.info("crawling with %s", self.access)  # expect: its text shows the password


class Plugin:
    def __init__(self, given):
        self.given = given

    def start(self):
        log.debug("starting with %s", self.given)  # expect: its text shows the token


class Chat(Plugin):
    def join(self):
        return connect(self.given["access_token"])
