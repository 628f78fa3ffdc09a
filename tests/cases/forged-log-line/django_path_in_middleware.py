import logging

logger = logging.getLogger(__name__)


class SlowRequests:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        logger.warning("slow: %s", request.path_info)  # expect:
        return response
