import logging

from tornado import gen
from twisted.internet import defer

logger = logging.getLogger(__name__)


@gen.coroutine
def read_vault(client):
    answer = yield client.fetch("/v1/app")
    raise gen.Return(answer["password"])


class Register:
    @defer.inlineCallbacks
    def render(self, request):
        result = yield self.client.get_json("/userinfo")
        tok = yield self.issue(result["sub"])
        logger.error("returning %r", {"access_token": tok})  # expect: the token reaches logger.error()
        defer.returnValue({"access_token": tok})

    @defer.inlineCallbacks
    def connect(self, client):
        value = yield read_vault(client)
        logger.info("connecting with %s", value)  # expect: the password reaches logger.info()
        defer.returnValue(value)
