import logging


class Redact(logging.Filter):
    def filter(self, record):
        record.msg = "***"
        record.args = ()
        return True


payments = logging.getLogger("payments")
payments.addFilter(Redact())
accounts = logging.getLogger("accounts")


def change(password):
    accounts.info("new password %s", password)  # expect: password
