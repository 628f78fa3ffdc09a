import logging

from shop.const import CONF_HOST, CONF_NAME, CONF_PASSWORD

log = logging.getLogger(__name__)


def one_key(data):
    log.debug("host %s", data[CONF_HOST])
    return data[CONF_PASSWORD]


def harmless_key(data):
    log.debug("data %s", data)
    return data[CONF_NAME]


def overwritten(data):
    shown = {**data, CONF_PASSWORD: "***"}
    log.debug("data %s", shown)
    return data[CONF_PASSWORD]


def left_out(data):
    shown = {key: value for key, value in data.items() if key != CONF_PASSWORD}
    log.debug("data %s", shown)
    return data[CONF_PASSWORD]


def taken_out(given):
    data = dict(given)
    password = data.pop(CONF_PASSWORD)
    log.debug("data %s", data)
    return password


def checked(form):
    errors = {}
    errors[CONF_PASSWORD] = "too short"
    form.errors["password"] = "too short"
    log.debug("errors %s %s", errors, form.errors)
