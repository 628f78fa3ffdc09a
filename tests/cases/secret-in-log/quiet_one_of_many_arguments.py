import logging

log = logging.getLogger(__name__)


class Connection:
    def connect(self, server, port, nickname, password=None):
        log.debug("connect(%r, %r, %r)", server, port, nickname)
        self.login = (nickname, password)


class Client:
    def __init__(self):
        self.connection = Connection()

    def connect(self, *args, **kwargs):
        self.connection.connect(*args, **kwargs)


class Bot(Client):
    def start(self, server, nickname):
        self.connect(server.host, server.port, nickname, server.password)
