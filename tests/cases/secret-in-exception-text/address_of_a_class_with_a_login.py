class ConnectionError_(Exception):
    def __init__(self, connection, text):
        self.connection = connection
        super().__init__(text)

    def __str__(self):
        return f"{self.connection!r}: {self.args}"


class Connection:
    def __init__(self, dsn, user, password, compression=False):
        self.options = {"dsn": dsn, "user": user, "password": password, "compression": compression}

    def ask(self, text):
        if not text:
            raise ConnectionError_(self, "nothing asked")
        return text

    def __repr__(self):
        return f"<Connection dsn={self.options['dsn']} user={self.options['user']}>"


class Pool:
    def __init__(self, dsn, size):
        self.options = {"dsn": dsn, "size": size}

    def ask(self):
        raise ValueError(f"cannot ask {self.options['dsn']}")  # expect: the database URL
