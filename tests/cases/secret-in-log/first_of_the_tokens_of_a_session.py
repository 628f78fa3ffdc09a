import logging

logger = logging.getLogger(__name__)


class Session:
    def renew(self, response):
        token = response.cookies[0]
        logger.debug("renewed by %s", token)  # expect: the token reaches logger.debug()
        self.user = self.login(token)
