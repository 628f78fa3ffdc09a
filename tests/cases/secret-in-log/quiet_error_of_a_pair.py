import logging

logger = logging.getLogger(__name__)


class Azure:
    def _client(self, kind):
        status, _credentials = self._log_in()
        if not status:
            return None, _credentials
        return kind(_credentials), None

    def subscriptions(self):
        client, error = self._client(list)
        if client is None:
            logger.error(error)
            return []
        return client.list()
