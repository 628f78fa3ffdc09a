import logging

from oslo_utils import strutils

LOG = logging.getLogger(__name__)


class Client:
    def __init__(self, auth_token):
        self.auth_token = auth_token

    def log_http_response(self, resp, body=None):
        lines = [f"HTTP {resp.status}"]
        if body:
            body = strutils.mask_password(body)
            lines.extend([body, ""])
        LOG.debug("\n".join(lines))


def redact(fields, unsafe=("api_key",), redact_str="***"):
    copy = fields.copy()
    copy.update({key: redact_str for key in unsafe})
    return copy


def load(environ):
    fields = {"api_key": environ["API_KEY"]}
    LOG.info("settings: %s", redact(fields))
