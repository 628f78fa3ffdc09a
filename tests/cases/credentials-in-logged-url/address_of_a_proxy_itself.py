"""A proxy that answers requests tells where it is; a client tells through which one it goes, and with what login."""

import logging

log = logging.getLogger(__name__)


class CaptureProxy:
    def __init__(self, proxy_url, host_url):
        self._proxy_url = proxy_url
        self._host_url = host_url

    async def handle(self, request):
        log.debug("%s asked at %s", request.method, self._proxy_url)

    def start(self):
        log.info("started at %s", self._proxy_url)


class Client:
    def __init__(self, proxy_url):
        self._proxy_url = proxy_url

    def start(self):
        log.info("going through %s", self._proxy_url)  # expect: the proxy URL reaches log.info()
