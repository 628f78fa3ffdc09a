import logging

logger = logging.getLogger(__name__)


class Slots:
    def release(self, tag, acquire_token):
        logger.debug("releasing %s/%s", tag, acquire_token)
        self._semaphore.release()
