import logging

from django.contrib.auth import login
from rest_framework.authtoken.serializers import AuthTokenSerializer
from rest_framework.response import Response
from rest_framework.views import APIView

logger = logging.getLogger(__name__)


class Credentials(APIView):
    def post(self, request, format=None):
        serializer = AuthTokenSerializer(data=request.data)
        if not serializer.is_valid():
            logger.warning("login of %r failed", request.data.get("username"))
            return Response("wrong", status=400)
        login(request, serializer.validated_data["user"])
        return Response("ok")
