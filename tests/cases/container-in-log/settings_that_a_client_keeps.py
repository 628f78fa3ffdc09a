import logging

log = logging.getLogger(__name__)


class Client:
    def __init__(self, url, config=None):
        config = config if config is not None else {}
        self.url = url
        self.config = {"timeout": 30}
        self.config.update(config)

    def headers(self):
        return {"X-Api-Key": self.config.get("api_key")}


class Worker:
    def __init__(self, url, config=None):
        config = config or {}
        self.client = Client(url, config)
        self.config = config
        log.info("worker with %s", self.config)  # expect: its text shows the API key


class Painter:
    def __init__(self, size, config=None):
        self.size = size
        self.config = config or {}

    def colour(self):
        return self.config.get("colour")


class Board:
    def __init__(self, size, config=None):
        config = config or {}
        self.painter = Painter(size, config)
        self.config = config
        log.info("board with %s", self.config)
