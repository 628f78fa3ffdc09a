import logging

logger = logging.getLogger(__name__)


class TraceMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        logger.debug("META %s", request.META)  # expect: META|headers|environ
        response = self.get_response(request)
        logger.debug("status %d", response.status_code)
        return response
