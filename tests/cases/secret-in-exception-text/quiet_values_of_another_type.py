import logging

logger = logging.getLogger(__name__)


class Host:
    def __init__(self, password=None, proxy_password=None):
        self.password = password
        self.proxy_password = proxy_password
        self.check()

    def check(self):
        if self.password is not None and not isinstance(self.password, str):
            raise ValueError("Password %s is not a string" % (self.password,))
        if self.proxy_password is not None and not isinstance(self.proxy_password, str):
            raise TypeError(f"proxy password must be a str, got {self.proxy_password!r}")


def connect(password, proxy_password):
    try:
        return Host(password, proxy_password)
    except Exception as error:
        logger.error("no connection: %s", error)
        raise
