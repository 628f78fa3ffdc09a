"""A mask hides the one secret in whose place it stands, from there on."""

import logging

log = logging.getLogger(__name__)


def early(producer):
    use(producer.data["password"])
    log.info("producer %s", producer.data)  # expect: shows the password
    producer.data["password"] = "***"


def of_another(producer, other):
    use(producer.data["password"])
    other.data["password"] = "***"
    log.info("producer %s", producer.data)  # expect: shows the password


class Producer:
    def __init__(self, conf):
        self.conf = conf

    def open(self):
        return connect(self.conf["password"], self.conf["token"])

    def show(self):
        self.conf["password"] = "***"
        log.info("conf %s", self.conf)  # expect: shows the token


def headers(session, other):
    other.headers["Authorization"] = "***"
    log.info("headers %s", session.headers)  # expect: headers
    session.headers["Authorization"] = "***"
