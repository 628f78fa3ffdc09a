from rest_framework.response import Response
from rest_framework.views import APIView

from quay.tokens import blacklist_token


class LogoutView(APIView):
    def post(self, request):
        blacklist_token(request.data["refresh"])  # expect: logout
        return Response(status=205)
