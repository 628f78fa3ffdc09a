import logging

logger = logging.getLogger(__name__)


class Bot:
    async def do_post(self, endpoint, data):
        request = self._requests[0]
        result = await request.post(url=endpoint, request_data=data, timeout=3)
        logger.debug("call to %s finished with %s", endpoint, result)
        return result
