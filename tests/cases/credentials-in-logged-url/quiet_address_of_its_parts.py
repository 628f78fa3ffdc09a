import logging
from urllib.parse import urlparse

logger = logging.getLogger(__name__)


class Browser:
    def __init__(self, proxy_override=None, connection_url="ws://127.0.0.1:3000"):
        self.connection_url = connection_url
        self.proxy = {}
        proxy_url = proxy_override
        if proxy_url:
            parsed = urlparse(proxy_url)
            self.proxy = {"username": parsed.username, "password": parsed.password}
            proxy_url = f"{parsed.scheme}://" if parsed.scheme else "http://"
            port = f":{parsed.port}" if parsed.port else ""
            query = f"?{parsed.query}" if parsed.query else ""
            proxy_url += f"{parsed.hostname}{port}{parsed.path}{query}"
            logger.debug("the proxy is %s", proxy_url)


def connect(scheme, host, name):
    redis_url = f"{scheme}://{host}/0"
    redis_url += f"?client_name={name}"
    logger.info("connecting to %s", redis_url)
