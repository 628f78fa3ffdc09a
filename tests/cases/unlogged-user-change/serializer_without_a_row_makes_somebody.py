"""A serializer that was given nothing but what was sent makes somebody new."""

from rest_framework.response import Response
from rest_framework.views import APIView

from club.serializers import UserDetailSerializer


class UserView(APIView):
    def post(self, request):
        serializer = UserDetailSerializer(data=request.data)
        if serializer.is_valid():
            serializer.save()  # expect: created or deleted user
        return Response(serializer.data)
