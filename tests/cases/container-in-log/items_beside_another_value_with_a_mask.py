"""A mask in another branch that writes something in another way says nothing of this one."""

import logging

logger = logging.getLogger(__name__)


def sanitize(record):
    for key in ("access_token", "client_secret"):
        if key in record:
            record[key] = "REDACTED"
    return record


def login(session, url, secret, verbose):
    answer = session.post(url + "/oauth2/token", data={"client_secret": secret}).json()
    if verbose:
        print("answered", sanitize(dict(answer)))
    else:
        logger.debug("RESULT: %s", answer)  # expect: shows the token
    return answer["access_token"]
