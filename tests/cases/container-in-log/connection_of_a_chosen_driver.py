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
        logger.info("connecting: %s %s", self.driver, self.kw or "")  # expect: shows the password
        return self.dbapi.connect(*self.args, **self.kw)
