import json
import logging

logger = logging.getLogger(__name__)


class Login:
    def __init__(self, session, password):
        self._session = session
        self._headers = {}
        self.password = password

    def login(self, cookie):
        self._headers = {"User-Agent": "shop/1", "Accept": "*/*"}
        self._headers["Cookie"] = cookie
        logger.debug("headers: %s", json.dumps(self._headers))  # expect: headers
        return self._session.post("https://example.com/login", headers=self._headers, data={"password": self.password})
