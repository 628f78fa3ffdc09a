import json
import logging

import requests

log = logging.getLogger(__name__)


def outgoing(token):
    headers = {"Authorization": f"Bearer {token}", "Accept": "*/*"}
    log.debug("sending with %s", headers)  # expect: token
    requests.get("https://x", headers=headers)


def payload(user, password):
    body = {"user": user, "password": password}
    log.debug("posting %s", body)  # expect: password
    log.debug("posting %s", json.dumps(body))  # expect: password
    log.debug("posting " + str(body))  # expect: password
    requests.post("https://x", json=body)


def nested(user, password):
    message = {"auth": {"user": user, "password": password}, "id": 1}
    log.info("message %s", message)  # expect: password
    log.info("auth %s", message["auth"])


def listed(users):
    rows = [{"name": u.name, "password": u.password} for u in users]
    log.info("rows %s", rows)


def updated(user, secret_key):
    data = {"user": user}
    data["secret_key"] = secret_key
    log.info("data %s", data)  # expect: secret key


def updated2(user, secret_key):
    data = dict(user=user)
    data.update(secret_key=secret_key)
    log.info("data %s", data)  # expect: secret key


def dict_call(user, password):
    log.info("auth %s", dict(user=user, password=password))
