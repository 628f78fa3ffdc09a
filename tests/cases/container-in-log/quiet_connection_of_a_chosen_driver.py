import importlib
import logging

logger = logging.getLogger(__name__)


class Pool:
    def __init__(self, driver, *args, **kw):
        self.driver = driver
        self.dbapi = importlib.import_module(driver)
        self.args = args
        self.kw = kw

    def connect(self):
        logger.info("connecting: %s", self.driver)
        return self.dbapi.connect(*self.args, **self.kw)


class Signal:
    def __init__(self, name, **options):
        self.signal = importlib.import_module(name)
        self.options = options

    def listen(self, receiver):
        logger.info("listening with %s", self.options)
        return self.signal.connect(receiver, **self.options)
