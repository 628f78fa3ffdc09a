"""One key is left out, and another one of the same kind stays."""

import logging

log = logging.getLogger(__name__)


def login(rest, name, password, passcode):
    given = {"LOGIN_NAME": name, "PASSWORD": password, "PASSCODE": passcode}
    log.debug("login with %s", {key: value for key, value in given.items() if key != "PASSWORD"})  # expect: shows the password
    return rest.post("/login", given)
