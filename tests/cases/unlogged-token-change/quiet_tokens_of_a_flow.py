# file: shop/mfa.py
from django.utils import timezone
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.models import Token


class SetupView(APIView):
    def post(self, request):
        _purge_expired(request.user)
        store_setup_secret(request.user)
        Token.objects.filter(user=request.user, purpose=INVITATION).delete()
        return Response({})


def _purge_expired(user):
    Token.objects.filter(user=user, created__lt=timezone.now()).delete()


def store_setup_secret(user):
    Token.objects.create(user=user, token=new_secret())
