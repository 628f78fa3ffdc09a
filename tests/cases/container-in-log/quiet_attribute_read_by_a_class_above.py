"""The classes around read nothing secret of the attribute, or of another one."""

import logging

log = logging.getLogger(__name__)


class Client:
    def __init__(self, access, place):
        self.access = access
        self.place = place

    def signed_in(self):
        return login(self.access["username"], self.access["password"])


class Crawler(Client):
    def crawl(self):
        log.info("crawling at %s", self.place)


class Other:
    def __init__(self, access):
        self.access = access

    def show(self):
        log.info("with %s", self.access)
