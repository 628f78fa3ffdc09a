import logging

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_HOST, CONF_TOKEN

from .client import Client

_LOGGER = logging.getLogger(__name__)


async def async_setup_entry(hass, entry: ConfigEntry):
    _LOGGER.debug("set up with %s", entry.options)
    hass.data["shop"] = Coordinator(hass, entry)


class Coordinator:
    def __init__(self, hass, entry: ConfigEntry):
        self.hass = hass
        self.entry = entry

    def client(self):
        return Client(token=self.entry.data[CONF_TOKEN], host=self.entry.options[CONF_HOST])


def received(message: dict):
    _LOGGER.debug("received %s", message.get("name"))
