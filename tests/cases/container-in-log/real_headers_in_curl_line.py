import logging

logger = logging.getLogger(__name__)


class HTTPClient:
    def log_curl_request(self, method, url, kwargs):
        parts = [f"curl -i -X {method}"]
        for name, value in kwargs["headers"].items():
            parts.append("-H '%s: %s'" % (name, value))
        parts.append(url)
        logger.debug(" ".join(parts))  # expect: header
