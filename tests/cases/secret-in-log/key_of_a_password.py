import logging

log = logging.getLogger(__name__)


def revoke(account):
    for password in account.credentials.filter(kind="password"):
        number = str(password.key)
        log.debug("revoking %s", number)
        log.debug("revoking %s", password.value)  # expect: the password
