"""What a view keeps as its request came from a browser."""

import logging

from django.views import View

logger = logging.getLogger(__name__)


class Orders(View):
    def get(self, request):
        logger.info("headers %s", self.request.headers)  # expect: the request's headers
