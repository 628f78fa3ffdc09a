import logging

from django.http import HttpResponse
from django.views import View

logger = logging.getLogger(__name__)


class Unsubscribe(View):
    def post(self, request, *args, **kwargs):
        reason = self.request.POST["reason"]
        logger.warning("unsubscribed because {}".format(reason))  # expect:
        return HttpResponse(status=204)
