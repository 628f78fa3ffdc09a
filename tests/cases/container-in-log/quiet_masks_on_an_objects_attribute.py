"""A mask stands in the secret's place in what an object keeps when it is logged."""

import logging

log = logging.getLogger(__name__)


def describe(producer):
    use(producer.data["password"])
    producer.data["password"] = "***"
    log.info("producer %s", producer.data)


def asked(producer):
    login(producer.data["password"])
    if "password" in producer.data:
        producer.data["password"] = "***"
    log.info("producer %s", producer.data)


class Producer:
    def __init__(self, conf):
        self.conf = conf

    def open(self):
        return connect(self.conf["password"], self.conf["token"])

    def show(self):
        self.conf["password"] = "***"
        self.conf["token"] = "***"
        log.info("conf %s", self.conf)


def headers(session):
    session.headers["Authorization"] = "***"
    log.info("headers %s", session.headers)
