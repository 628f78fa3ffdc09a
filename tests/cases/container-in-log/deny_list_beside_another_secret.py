import logging

log = logging.getLogger(__name__)


def sign_in(user, password, passcode):
    body = {"data": {"user": user}}
    body["data"]["PASSWORD"] = password
    body["data"]["PASSCODE"] = passcode
    log.debug("body %s", {key: value for key, value in body["data"].items() if key != "PASSWORD"})  # expect: its text shows


def sign_in_with_one(user, password):
    body = {"data": {"user": user}}
    body["data"]["PASSWORD"] = password
    log.debug("body %s", {key: value for key, value in body["data"].items() if key != "PASSWORD"})


def sign_in_masked(user, password):
    body = {"data": {"user": user}}
    body["data"]["PASSWORD"] = password
    body["data"]["PASSCODE"] = "***"
    log.debug("body %s", {key: value for key, value in body["data"].items() if key != "PASSWORD"})
