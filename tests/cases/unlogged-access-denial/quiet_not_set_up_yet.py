from rest_framework import status
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.models import Installation


class InstallationView(APIView):
    def get(self, request):
        installation = Installation.objects.first()
        if installation is None:
            return Response({"error": "Installation is not registered yet"}, status=status.HTTP_403_FORBIDDEN)
        return Response({"name": installation.name})
