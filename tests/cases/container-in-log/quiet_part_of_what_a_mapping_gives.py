import logging

log = logging.getLogger(__name__)


class Hook:
    @classmethod
    def _identity(cls, data: dict):
        for value in (data.get("shortId"), data.get("longId")):
            if value:
                return 1, str(value).strip()
        return 1, None

    async def process(self, data: dict):
        number, short = self._identity(data)
        log.warning("nobody has %s and %s", number, short)

    async def handle(self, data: dict):
        await self.process(data)
        return data.get("access_token")
