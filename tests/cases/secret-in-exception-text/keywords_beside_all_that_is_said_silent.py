class Failed(Exception):
    def __init__(self, *args, info=None, connection=None):
        super().__init__(*args)
        self.info = info
        self.connection = connection


class Refused(Failed):
    pass


def connect(host, password):
    raise Refused(f"cannot reach {host}", connection={"host": host, "password": password})
