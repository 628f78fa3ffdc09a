import logging

from django.contrib.auth import logout
from django.contrib.auth.views import logout_then_login as auth_logout_then_login
from rest_framework.views import APIView

logger = logging.getLogger(__name__)


class SessionResource(APIView):
    def delete(self, request):
        logger.info("session of %s ends", request.user)
        logout(request)
        return 204, {}


class TrainingSession(APIView):
    def delete(self, request):
        request.training.delete()
        return 204, {}


def logout_page(request):
    logger.info("%s logs out", request.user)
    return auth_logout_then_login(request)
