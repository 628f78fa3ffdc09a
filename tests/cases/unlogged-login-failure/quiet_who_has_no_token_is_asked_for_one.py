from rest_framework import status
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.models import Note


class NotesAPI(APIView):
    def get(self, request):
        user_id = getattr(request, "user_id", None)
        if not user_id:
            return Response({"error": "the token names nobody"}, status=status.HTTP_401_UNAUTHORIZED)
        return Response(list(Note.objects.filter(author_id=user_id).values("title")))
