"""Headers of an answer of which somebody reads a token: here, who hands the answer over, or who gets it back."""

import logging

LOG = logging.getLogger(__name__)


def _log_answer(resp, body):
    log = LOG.debug if resp.status < 300 else LOG.info
    log("RESP HEADERS: %s", resp.getheaders())  # expect: their text shows the token
    log("RESP STATUS: %s", resp.status)


def start(conn, account, key):
    conn.request("GET", "/auth/v1.0", "", {"X-Auth-User": account, "X-Auth-Key": key})
    resp = conn.getresponse()
    body = resp.read()
    _log_answer(resp, body)
    return resp.getheader("x-storage-url"), resp.getheader("x-auth-token")


def open_session(http, url, given):
    answer = http.post(url, json=given)
    LOG.debug("answered with %s", answer.headers)  # expect: their text shows the token
    return answer.headers["X-Auth-Token"]


class Connector:
    def __init__(self, http):
        self._http = http

    def send(self, method, url, given=None):
        resp = self._http.request(method, url, json=given)
        LOG.debug("%s %s: %s %s", method, url, resp.status_code, dict(resp.headers))  # expect: their text shows the token
        return resp


def open_by(connector: Connector, name, word):
    resp = connector.send("POST", "/redfish/v1/Sessions", {"name": name, "word": word})
    return resp.headers.get("X-Auth-Token")
