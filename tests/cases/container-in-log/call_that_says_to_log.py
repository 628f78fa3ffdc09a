import logging

logger = logging.getLogger(__name__)


class Client:
    def call(self, url, data=None, filter_flag=False):
        if not filter_flag:
            logger.info("request %s %s", url, data)  # expect: reaches

    def traced(self, url, data=None, verbose=False):
        if not verbose:
            return
        logger.info("request %s %s", url, data)  # expect: reaches

    def login(self, user, password):
        self.call("/login", data={"user": user, "password": password}, filter_flag=False)
        self.traced("/login", data={"user": user, "password": password}, verbose=True)
