"""What finds no row by its number is a number: a text raises ValueError."""

import logging

from rest_framework.response import Response
from rest_framework.views import APIView

from choir.models import Album, Singer

logger = logging.getLogger(__name__)


class Share(APIView):
    def post(self, request):
        data = dict(request.data)
        singer_id = data["singer"]
        try:
            singer = Singer.objects.get(id=singer_id)
        except Singer.DoesNotExist:
            logger.warning("cannot share with %s, who is not there", singer_id)
            return Response({"status": False})
        album_id = data["album"]
        try:
            album = Album.objects.get(pk=album_id)
        except (Album.DoesNotExist,):
            logger.warning("album {} is not there".format(album_id))
            return Response({"status": False})
        album.shared.add(singer)
        return Response({"status": True})
