"""What two machines exchange until they agree on who is who: each token is good for one step of one handshake."""

import logging

logger = logging.getLogger(__name__)


class SpnegoServer:
    def __init__(self, context, credential):
        self.context = context
        self.credential = credential

    async def step(self, token):
        logger.debug("from the client: %s", token)
        offered = self.context.parse(token)
        data = offered["mechToken"] if "mechToken" in offered else offered["responseToken"]
        logger.debug("offered: %s", offered)
        return await self.context.authenticate(data, self.credential)
