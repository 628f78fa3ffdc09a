import hashlib
import logging

LOG = logging.getLogger(__name__)
SENSITIVE_HEADERS = ("X-Auth-Token",)


def log_request(logger, args, kwargs):
    parts = ["curl -i"]
    for element in args:
        parts.append(" %s" % element)
    for key, value in kwargs["headers"].items():
        if key in SENSITIVE_HEADERS:
            digest = hashlib.sha256(value.encode("utf-8")).hexdigest()
            value = "{SHA256}%s" % digest
        parts.append(' -H "%s: %s"' % (key, value))
    logger.debug("REQ: %s", "".join(parts))


class Client:
    def __init__(self, token):
        self.token = token

    def _safe_header(self, name, value):
        if name.lower() in ("x-auth-token",):
            value = "{SHA256}" + hashlib.sha256(value.encode("utf-8")).hexdigest()
        return value

    def log_request(self, method, url, headers):
        parts = ["curl -i", f" -X {method}", f" {url}"]
        for element in headers:
            value = self._safe_header(element, headers[element])
            parts.append(f' -H "{element}: {value}"')
        LOG.debug("\nREQ: %s\n", "".join(parts))

    def send(self, session, method, url, body):
        headers = {"X-Auth-Token": self.token, "Accept": "application/json"}
        self.log_request(method, url, headers)
        log_request(LOG, (method, url), {"headers": headers})
        return session.request(method, url, headers=headers, data=body)
