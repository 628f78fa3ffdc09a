import logging

log = logging.getLogger(__name__)


class Terminal:
    def __init__(self, number):
        self.number = number
        self.fields = {}
        self.extra = {}

    def sign_in(self, merchant, password):
        self.fields["merchant"] = merchant
        self.fields["password"] = password

    def send(self, line):
        log.info("sending %s", self.fields)  # expect: its text shows the password
        log.info("with %s", self.extra)
        line.write(self.fields)
