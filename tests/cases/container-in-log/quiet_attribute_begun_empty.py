import logging

log = logging.getLogger(__name__)


class Terminal:
    def __init__(self, number):
        self.number = number
        self.fields = {}
        self.errors = {}

    def sign_in(self, merchant, password):
        self.fields["merchant"] = merchant
        self.errors["password"] = "too short"
        self.authorised = merchant.check(password)

    def send(self, line):
        log.info("sending %s", self.fields)
        log.info("with %s", self.errors)
        line.write(self.fields)
