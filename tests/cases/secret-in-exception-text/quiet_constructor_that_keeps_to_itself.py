from shop.texts import masked


class LengthError(Exception):
    def __init__(self, password, least):
        self.password = password
        self.least = least
        super().__init__(f"{len(self.password)} characters, {self.least} are needed")


class RefusedError(Exception):
    def __init__(self, host, password):
        self.host = host
        self.password = password
        super().__init__("{} refuses {}".format(self.host, masked(self.password)))


def check(password):
    if len(password) < 12:
        raise LengthError(password, 12)


def connect(host, password):
    raise RefusedError(host, password)
