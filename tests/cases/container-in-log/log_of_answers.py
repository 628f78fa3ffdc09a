import logging

LOG = logging.getLogger(__name__)


class Client:
    def __init__(self, auth_token):
        self.auth_token = auth_token

    def log_http_response(self, resp, body=None):
        lines = [f"HTTP {resp.status}"]
        if body:
            lines.extend([body, ""])
        LOG.debug("\n".join(lines))  # expect: the body reaches LOG.debug()
