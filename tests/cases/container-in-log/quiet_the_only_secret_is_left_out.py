"""The one secret that stands in the dict is left out."""

import logging

log = logging.getLogger(__name__)


def login(rest, name, password, region):
    given = {"LOGIN_NAME": name, "PASSWORD": password, "REGION": region}
    log.debug("login with %s", {key: value for key, value in given.items() if key != "PASSWORD"})
    return rest.post("/login", given)
