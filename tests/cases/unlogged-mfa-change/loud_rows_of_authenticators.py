from rest_framework.response import Response
from rest_framework.views import APIView

from hall.models import GoogleAuthenticator, YubikeyOTP


class Recover(APIView):
    def put(self, request):
        GoogleAuthenticator.objects.filter(user=request.user).delete()  # expect: second factor
        return Response({})


class Other(APIView):
    def put(self, request):
        user = request.user
        user.webauthn_enabled = False  # expect: second factor
        user.save()
        return Response({})
