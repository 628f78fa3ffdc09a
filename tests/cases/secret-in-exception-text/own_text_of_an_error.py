class RefusedError(Exception):
    def __init__(self, host, password):
        self.host = host
        self.given = password

    def __str__(self):
        return f"{self.host} refused {self.shown()}"

    def shown(self):
        return repr(self.given)


def connect(host, password):
    raise RefusedError(host, password)  # expect: password
