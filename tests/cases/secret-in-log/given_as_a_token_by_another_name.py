"""What is kept as a token is none where its own name says which word of one it is."""

import logging

log = logging.getLogger(__name__)


class Account:
    def __init__(self, session):
        self.session = session
        self.history = []

    def execute(self, order, amount):
        token_symbol = order["token_symbol"]
        log.info("buying %s of %s", amount, token_symbol)
        self.session.alert(details={"token": token_symbol, "amount": amount})

    def enter(self, answer):
        handed = answer["handed"]
        log.info("logging in with %s", handed)  # expect: the token reaches log.info()
        self.session.alert(details={"token": handed, "user": answer["user"]})

    def join(self, answer):
        token_text = answer["handed"]
        log.info("joining with %s", token_text)  # expect: the token reaches log.info()
        self.session.alert(details={"token": token_text, "user": answer["user"]})
