"""A mask that knows of one secret, where the code reads two."""

import logging

log = logging.getLogger(__name__)


def sign_in(params):
    shown = dict(params)
    shown["password"] = "***"
    log.info("signing in with %s", shown)  # expect: its text shows the secret
    return post(params["password"], params["client_secret"])


def refresh(form):
    shown = form.copy()
    shown["refresh_token"] = "***"
    log.debug("refreshing with %s", shown)  # expect: its text shows the password
    return post(form["refresh_token"], form["password"])
