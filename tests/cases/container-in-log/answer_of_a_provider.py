import logging

log = logging.getLogger(__name__)


class NodeCredentials:
    def __init__(self, web, place: str) -> None:
        self.web = web
        self.place = place

    async def fetch(self, headers: dict[str, str]) -> bytes:
        got = await self.web.get(url=self.place, headers=headers)
        log.debug("node says %r", got)  # expect: the response reaches log.debug()
        return got
