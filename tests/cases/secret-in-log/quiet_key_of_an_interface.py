import logging

log = logging.getLogger(__name__)


class Interface:
    API_KEY: str

    def __init__(self, station) -> None:
        self.station = station

    async def update(self) -> dict:
        log.debug("asking for %s", self.API_KEY)
        data = await self.station.get(self.API_KEY)
        if data is None:
            raise LookupError(self.API_KEY)
        return data


class System(Interface):
    API_KEY = "Shop.Core.System"
