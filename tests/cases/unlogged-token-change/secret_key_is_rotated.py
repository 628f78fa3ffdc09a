from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet


class UserViewSet(ViewSet):
    @action(detail=True, methods=["post"])
    def rotate_secret_key(self, request, pk):
        request.user.rotate_secret_key()  # expect: token
        return Response({"secret_key": request.user.secret_key})
