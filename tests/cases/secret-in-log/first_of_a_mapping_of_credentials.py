import logging

log = logging.getLogger(__name__)


def connect(device):
    creds = device.get("credentials", "")
    if not creds:
        raise KeyError("No credentials found")
    if "gnmi" not in creds:
        log.info("Credentials used from {0}".format(next(iter(creds))))
    login = creds.get("default")
    return login.get("username", ""), login.get("password", "")


def leak(credentials):
    log.info("one of them: %s", next(iter(credentials.values())))  # expect: the credentials
