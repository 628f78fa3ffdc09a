import logging

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, stream):
        self.stream = stream

    def connect(self):
        try:
            self.stream.open()
        except ConnectionError as error:
            logger.error("no connection: %s", error)
            raise

    def read(self):
        try:
            if self.stream.ended:
                try:
                    self.connect()
                except ConnectionError:
                    return
            self.handle(self.stream.read())
        except Exception:
            logger.exception("not read")

    def handle(self, message):
        self.stream.confirm(message)
