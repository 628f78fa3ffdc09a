"""Bodies that are sent by functions which ask for no token, and one that is masked before it is written."""

import logging

logger = logging.getLogger(__name__)


class Client:
    def do_catalogue_request(self, query, method="POST", **options):
        address, body, arguments = self.prepared(query, method=method, **options)
        logger.debug("<do_catalogue> to %s: %s" % (address, body))
        return self.request_and_read(address, method, body, arguments)

    def do_access_token_request(self, grant, method="POST"):
        address, body = self.prepared(grant, method=method)
        logger.debug("<do_access_token> to %s: %s" % (address, self.redacted(body)))
        return self.request_and_read(address, method, body)

    def redacted(self, body):
        return {name: "***" for name in body}

    async def fetch_token_count(self, address, body):
        logger.debug("asking %s: %s", address, body)
        answer = await self.session.post(address, data=body)
        return answer["count"]
