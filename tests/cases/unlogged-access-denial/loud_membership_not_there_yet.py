from rest_framework import status
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.models import Membership


class OrdersView(APIView):
    def get(self, request):
        membership = Membership.objects.filter(user=request.user).first()
        if membership is None:
            return Response({"error": "You are not a member yet"}, status=status.HTTP_403_FORBIDDEN)  # expect: a denied access
        return Response({"name": membership.name})
