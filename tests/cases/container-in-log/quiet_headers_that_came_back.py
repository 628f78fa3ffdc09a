import logging

logger = logging.getLogger(__name__)


class ServiceResponse:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def validate(self):
        logger.debug("answered %s with %s", self.status, self.headers)
        return self


def parse_response(stream, headers):
    kind = headers.get("X-Content-Type")
    if not kind:
        logger.debug("unknown type: %s", headers)
        raise ValueError("no type")
    return stream.read()


async def begin_upload(api, path, fields):
    headers, _ = await api.call(path, method="POST", json=fields, headers={"X-Upload-Type": "text/plain"})
    if "Location" not in headers:
        logger.info("no place to send it to: %s", headers)
    return headers.get("Location")
