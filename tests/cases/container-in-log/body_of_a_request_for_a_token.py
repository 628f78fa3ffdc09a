"""The body of a request that a function sends to be given a token, whatever the address is called."""

import logging

logger = logging.getLogger(__name__)


class Client:
    def do_access_token_request(self, grant, method="POST", **options):
        address, body, arguments = self.prepared(grant, method=method, **options)
        logger.debug("<do_access_token> to %s: %s" % (address, body))  # expect: the body reaches logger.debug()
        return self.request_and_read(address, method, body, arguments)

    async def fetch_token(self, address, body):
        logger.debug("asking %s: %s", address, body)  # expect: the body reaches logger.debug()
        answer = await self.session.post(address, data=body)
        return answer["access_token"]
