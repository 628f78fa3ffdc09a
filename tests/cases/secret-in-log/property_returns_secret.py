import logging

logger = logging.getLogger(__name__)


class Account:
    def __init__(self, row):
        self._row = row

    @property
    def login_line(self):
        return f"{self._row['user']}:{self._row['password']}"


def dump(row):
    account = Account(row)
    logger.debug("using %s", account.login_line)  # expect: password
