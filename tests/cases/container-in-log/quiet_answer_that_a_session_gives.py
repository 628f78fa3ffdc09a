import logging

logger = logging.getLogger(__name__)


class Protocol:
    def __init__(self, client, local_hash):
        self._client = client
        self._local_hash = local_hash

    async def session_post(self, url, data=None):
        answer = await self._client.post(url, data=data)
        async with answer:
            text = await answer.read()
            logger.debug("answered: %s", text)
            return answer, text
