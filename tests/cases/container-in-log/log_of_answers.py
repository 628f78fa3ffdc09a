import logging

LOG = logging.getLogger(__name__)


class Client:
    def __init__(self, auth_token, password):
        self.auth_token = auth_token
        self.password = password

    def log_http_response(self, resp, body=None):
        lines = [f"HTTP {resp.status}"]
        if body:
            lines.extend([body, ""])
        LOG.debug("\n".join(lines))  # expect: the body reaches LOG.debug()

    async def async_post(self, url, data=None):
        LOG.debug("posting to %s: %s", url, data)  # expect: the body reaches LOG.debug()
        return await self._execute_request(url, data)

    def pick(self, data):
        LOG.debug("picking %s", data)
        return data
