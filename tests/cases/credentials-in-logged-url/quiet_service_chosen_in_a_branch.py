import logging

logger = logging.getLogger(__name__)


class Voice:
    def __init__(self, account, session):
        self.account = account
        self.session = session

    async def open(self, connection_url, transport):
        if transport:
            connection_url = f"{connection_url}?transport={transport}"
        logger.debug("connecting to %s for %s", connection_url, self.account)
        return await self.session.ws_connect(connection_url)
