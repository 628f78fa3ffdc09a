import logging

logger = logging.getLogger(__name__)


class ProxyError(Exception):
    def __init__(self, message, status, headers=None):
        self.message = message
        self.status = status
        self.headers = headers or {}
        super().__init__(message)


def fetch(session, url, headers):
    answer = session.get(url, headers=headers)
    if answer.status >= 400:
        raise ProxyError("the upstream refused", answer.status, headers=headers)
    return answer


def relay(session, url, headers):
    try:
        return fetch(session, url, headers)
    except ProxyError as error:
        logger.warning("relay failed: %s", error)
        return None
