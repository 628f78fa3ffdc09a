"""An option decides whether a mask is put on: who switches it off has asked for all of it."""

import logging
from copy import deepcopy

logger = logging.getLogger(__name__)


def sanitize(record):
    for key in ("access_token", "client_secret"):
        if key in record:
            record[key] = "REDACTED"
    return record


class Api:
    def __init__(self, session, sanitize_log=True):
        self.session = session
        self.sanitize_log = sanitize_log

    def login(self, url, secret):
        answer = self.session.post(url + "/oauth2/token", data={"client_secret": secret}).json()
        self.token = answer["access_token"]
        if self.sanitize_log:
            logger.debug("RESULT: %s", sanitize(deepcopy(answer)))
        else:
            logger.debug("RESULT: %s", answer)
        return answer
