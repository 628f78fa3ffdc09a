"""Masks that know of every secret that the code reads."""

import logging

log = logging.getLogger(__name__)
HIDDEN = ("password", "client_secret")


def sign_in(params):
    shown = dict(params)
    shown["password"] = "***"
    shown["client_secret"] = "***"
    log.info("signing in with %s", shown)
    return post(params["password"], params["client_secret"])


def in_a_loop(params):
    shown = dict(params)
    for name in HIDDEN:
        if name in shown:
            shown[name] = "***"
    log.info("signing in with %s", shown)
    return post(params["password"], params["client_secret"])


def by_a_call(params):
    shown = dict(params)
    shown["password"] = "***"
    mask_secrets(shown)
    log.info("signing in with %s", shown)
    return post(params["password"], params["client_secret"])


def without(params):
    shown = params.copy()
    shown.pop("client_secret", None)
    shown["password"] = "***"
    log.info("signing in with %s", shown)
    return post(params["password"], params["client_secret"])


def censored(values):
    if "token" in values:
        values["token"] = "***"
    if "password" in values:
        values["password"] = "*" * len(values["password"])
    if "Cookie" in values:
        values["Cookie"] = "***"
    return values


def show(values):
    log.info("values %s", censored(values))
