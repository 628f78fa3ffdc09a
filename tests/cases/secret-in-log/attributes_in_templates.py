import logging

log = logging.getLogger(__name__)
REFUSED = "{account.name} was refused with {account.api_key}"


class Login:
    def __init__(self, name, password):
        self.name = name
        self._given = password

    @property
    def pair(self):
        return f"{self.name}:{self._given}"


def refused(account, answer):
    log.error("{a.name} was refused with {a.api_key}".format(a=account))  # expect: the API key reaches log.error()
    log.error(REFUSED.format(account=account))  # expect: the API key reaches log.error()
    log.error("{0.name} was refused: {1.status}".format(account, answer))
    log.error("asked {token.name}, which is {token.age} days old".format(token=account))


def shown(password):
    login = Login("app", password)
    log.info("as {login.name}".format(login=login))
    log.info("as {login.pair}".format(login=login))  # expect: the password reaches log.info()


def local(account, status):
    log.error("{account.name}: {status}".format(**locals()))
    log.error("{account.api_key}: {status}".format(**locals()))  # expect: the API key reaches log.error()
