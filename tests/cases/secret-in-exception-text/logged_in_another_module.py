# file: pay/errors.py
class PayError(Exception):
    """Something about money went wrong."""


class Refused(PayError):
    pass
# file: pay/client.py
from pay.errors import Refused


class Client:
    def __init__(self, api_key):
        self._api_key = api_key

    def charge(self, cents):
        if cents < 0:
            raise Refused("key %s may not refund" % self._api_key)  # expect: key
        if cents == 0:
            raise Refused("nothing to charge")
        return cents
# file: pay/worker.py
import logging

from pay.client import Client
from pay.errors import PayError

log = logging.getLogger(__name__)


def work(client: Client, queue):
    for cents in queue:
        try:
            client.charge(cents)
        except PayError as problem:
            log.warning("charge failed: %s", problem)
