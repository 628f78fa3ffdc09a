"""A serializer that was given a row changes that: nobody new is there."""

from rest_framework.response import Response
from rest_framework.views import APIView

from club.models import User
from club.serializers import UserDetailSerializer


class UserView(APIView):
    def post(self, request, name):
        user = User.objects.get(username=name)
        serializer = UserDetailSerializer(user, data=request.data)
        if serializer.is_valid():
            serializer.save()
        return Response(serializer.data)
