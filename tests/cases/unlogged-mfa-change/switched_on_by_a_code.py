import pyotp
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import UserTOTP


class TwoFactorSetup(APIView):
    def get(self, request):
        secret = pyotp.random_base32()
        UserTOTP.objects.update_or_create(user=request.user, defaults={"secret": secret, "is_enabled": False})
        return Response({"secret": secret})


class TwoFactorEnable(APIView):
    def post(self, request):
        totp_obj = request.user.totp
        if not pyotp.TOTP(totp_obj.secret).verify(request.data["code"]):
            return Response({"detail": "invalid code"}, status=400)
        totp_obj.is_enabled = True  # expect: second factor
        totp_obj.save()
        return Response({})
