"""What finds no row by its name may be any text; so may what failed for whatever reason."""

import logging

from rest_framework.response import Response
from rest_framework.views import APIView

from choir.models import Album, Singer

logger = logging.getLogger(__name__)


class Share(APIView):
    def post(self, request):
        name = request.data["singer"]
        try:
            Singer.objects.get(name=name)
        except Singer.DoesNotExist:
            logger.warning("cannot share with %s, who is not there", name)  # expect: a line break in it starts a forged record
        album_id = request.data["album"]
        try:
            Album.objects.get(pk=album_id)
        except (Album.DoesNotExist, ValueError):
            logger.warning("album %s is not there", album_id)  # expect: a line break in it starts a forged record
        return Response({"status": False})
