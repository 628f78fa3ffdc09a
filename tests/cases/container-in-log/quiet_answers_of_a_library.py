import logging

from google.auth.transport.requests import AuthorizedSession

log = logging.getLogger(__name__)


class Hook:
    def __init__(self, credentials):
        self.sessions = AuthorizedSession(credentials)

    def request(self, method, url):
        return AuthorizedSession(self.sessions.credentials).request(method, url)

    def runs(self, url):
        response = self.request("GET", url)
        if response.status_code != 200:
            log.error(response.text)
            response.raise_for_status()
        return response.json()

    def status(self, url, vehicle):
        response = self.sessions.post(url, json={"vehicle": vehicle})
        log.debug("status %s", response.text)
        return response.json()
