import logging

from shop import const
from shop.const import CONF_HOST, CONF_PASSWORD, KEY_TOKEN

log = logging.getLogger(__name__)


def set_up(user_input):
    log.debug("input %s", user_input)  # expect: its text shows the password
    return enter(user_input[CONF_HOST], user_input[CONF_PASSWORD])


def start(entry):
    log.debug("entry %s", entry.data)  # expect: its text shows the password
    return enter(entry.data[CONF_HOST], entry.data.get(const.CONF_PASSWORD))


def made(given):
    data = {CONF_HOST: "db", CONF_PASSWORD: given}
    log.debug("data %s", data)  # expect: its text shows the password


def renewed(answer):
    token = answer.get(KEY_TOKEN)
    log.debug("answer %s", answer)  # expect: its text shows the token
    return token
