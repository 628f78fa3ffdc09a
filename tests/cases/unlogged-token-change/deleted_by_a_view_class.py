from django.shortcuts import get_object_or_404
from rest_framework.authtoken.models import Token
from rest_framework.response import Response
from rest_framework.views import APIView

from devices.models import Device


class RevokeEverywhere(APIView):
    def post(self, request):
        Token.objects.filter(user=request.user).delete()  # expect: post() calls delete()
        return Response(status=204)


class Forget(APIView):
    def delete(self, request, pk):
        device = get_object_or_404(Device, pk=pk, owner=request.user)
        device.delete()
        return Response(status=204)
