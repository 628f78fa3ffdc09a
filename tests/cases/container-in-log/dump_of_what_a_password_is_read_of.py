"""The whole of an object is written, and its password is read beside."""

import logging

from homeassistant.const import CONF_PASSWORD

_LOGGER = logging.getLogger(__name__)


def connect(account):
    _LOGGER.debug("connecting with %s", account.model_dump())  # expect: `account` reaches _LOGGER.debug(): its text shows the password
    return open_session(account.host, account.password)


async def async_setup_entry(hass, entry):
    _LOGGER.debug("set up of %s", entry.as_dict())  # expect: `entry` reaches _LOGGER.debug(): its text shows the password
    return await open_session(entry.data["host"], entry.data[CONF_PASSWORD])
