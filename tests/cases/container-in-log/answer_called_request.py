import logging

LOG = logging.getLogger(__name__)


class Decode:
    def __init__(self, url, request, token):
        LOG.debug("headers: %s", request.headers)
        assert request.status_code == 206, request.status_code

    def check(self, request):
        try:
            request.raise_for_status()
        except Exception:
            LOG.error("headers %s", request.headers)
            raise

    def send(self, request, session):
        LOG.debug("headers: %s", request.headers)  # expect: the request's headers
        answer = session.send(request)
        return answer.status_code
