import logging

log = logging.getLogger(__name__)


class NodeCredentials:
    def __init__(self, web, place: str) -> None:
        self.web = web
        self.place = place
        self.known: dict[str, str] = {}

    async def fetch(self, headers: dict[str, str]) -> bytes:
        got = await self.web.get(url=self.place, headers=headers)
        log.debug("node says %s bytes", len(got))
        return got

    def region(self) -> str:
        found = self.known.get("region")
        log.debug("region %s", found)
        return found or ""


class NodeInventory:
    async def fetch(self, web, place: str) -> bytes:
        got = await web.get(url=place, headers={})
        log.debug("node holds %r", got)
        return got
