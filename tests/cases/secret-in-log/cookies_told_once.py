import logging
import xmlrpc.client

from django.core.cache import cache

log = logging.getLogger(__name__)


class SessionTransport(xmlrpc.client.SafeTransport):
    """Keeps the cookie of the session."""

    _session_cookies = None

    @property
    def session_cookies(self):
        if self._session_cookies is None:
            cookie = cache.get("bugs-session-cookies")
            if cookie:
                self._session_cookies = cookie
        return self._session_cookies

    def keep(self, response):
        self._session_cookies = self.get_cookies(response)
        log.debug("got cookie: %s", self._session_cookies)  # expect: the cookie reaches log.debug()
