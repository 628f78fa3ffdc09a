import logging

import requests

logger = logging.getLogger(__name__)


class Session:
    def __init__(self, token):
        self._token = token

    def is_session_valid(self, url):
        answer = requests.get(url, headers={"Authorization": f"Bearer {self._token}"}, timeout=9)
        logger.info("ping: %s", answer.text)
        return answer.ok
