import logging

logger = logging.getLogger(__name__)


class BaseClient:
    async def put_json(self, uri, args):
        return await self.request("PUT", f"{uri}?{args}")

    async def request(self, method, uri):
        logger.debug("%s to %s", method, uri.partition("?")[0])


class ServiceClient(BaseClient):
    async def push(self, uri, hs_token):
        await self.put_json(uri, {"access_token": hs_token})


class ReplicationClient(BaseClient):
    async def request(self, method, uri):
        logger.debug("replication: %s to %s", method, uri)
