"""Of these headers somebody reads what is no secret; and of those of a call that failed a token is read in no case."""

import logging

LOG = logging.getLogger(__name__)


def _log_answer(resp):
    LOG.debug("RESP HEADERS: %s", resp.getheaders())


def size_of(conn, path):
    conn.request("HEAD", path)
    resp = conn.getresponse()
    _log_answer(resp)
    return resp.getheader("content-length"), resp.getheader("x-request-id")


def open_session(http, url, given):
    answer = http.post(url, json=given)
    if answer.status_code != 201:
        LOG.error("could not log in: %s", answer.headers)
        return None
    LOG.debug("answered %s", answer.status_code)
    return answer.headers["X-Auth-Token"]
