import logging

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_ACCESS_TOKEN

from .client import Client

_LOGGER = logging.getLogger(__name__)


async def async_setup_entry(hass, entry: ConfigEntry):
    _LOGGER.debug("set up %s", entry.entry_id)
    _LOGGER.debug("set up with %s", entry.data)  # expect: its text shows the token
    hass.data["shop"] = Coordinator(hass, entry)


class Coordinator:
    def __init__(self, hass, entry: ConfigEntry):
        self.hass = hass
        self.entry = entry

    def client(self):
        return Client(token=self.entry.data.get(CONF_ACCESS_TOKEN), site=self.entry.options.get("site"))
