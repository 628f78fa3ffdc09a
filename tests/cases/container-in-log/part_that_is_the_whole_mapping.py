import logging

log = logging.getLogger(__name__)


class Hook:
    @classmethod
    def _identity(cls, data: dict):
        return 1, data

    async def process(self, data: dict):
        number, rest = self._identity(data)
        log.warning("nobody has %s and %s", number, rest)  # expect: its text shows the token

    async def handle(self, data: dict):
        await self.process(data)
        return data.get("access_token")
