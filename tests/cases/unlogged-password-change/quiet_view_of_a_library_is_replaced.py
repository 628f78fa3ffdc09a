import logging

from dj_rest_auth.views import PasswordChangeView, UserDetailsView
from rest_framework.response import Response

logger = logging.getLogger(__name__)


class OurPasswordChange(PasswordChangeView):
    def post(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        logger.info("password of %s changed", request.user.pk)
        return Response({"detail": "changed"})


class OurDetails(UserDetailsView):
    def post(self, request, *args, **kwargs):
        serializer = self.get_serializer(request.user, data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data)
