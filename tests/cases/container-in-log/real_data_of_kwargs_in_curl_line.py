import logging

logger = logging.getLogger(__name__)


class HTTPClient:
    def http_log_req(self, method, url, kwargs):
        string_parts = ["curl -i", " -X %s" % method, " " + url]
        if "data" in kwargs:
            string_parts.append(" -d '%s'" % kwargs["data"])
        logger.debug("REQ: %s", "".join(string_parts))  # expect: body|data|request
