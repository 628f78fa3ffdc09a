import logging

logger = logging.getLogger(__name__)


class ApiException(Exception):
    def __init__(self, status=None, reason=None, answer=None):
        self.status = status
        self.reason = reason
        self.headers = answer.getheaders() if answer else None

    def __str__(self):
        text = f"({self.status}) {self.reason}"
        if self.headers:
            text += f"\nheaders: {self.headers}"
        return text


def fetch(client, token):
    try:
        return client.get("/items", token=token)
    except ApiException as error:
        logger.error("cannot fetch: %s", error)
        raise
