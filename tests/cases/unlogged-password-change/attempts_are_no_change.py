from rest_framework.response import Response
from rest_framework.views import APIView

from .limits import change_password_attempts


class Password(APIView):
    def post(self, request):
        user = request.user
        if not user.check_password(request.data["current"]):
            return Response(change_password_attempts(request), status=400)
        user.set_password(request.data["new"])  # expect: a changed password
        user.save()
        return Response({})
