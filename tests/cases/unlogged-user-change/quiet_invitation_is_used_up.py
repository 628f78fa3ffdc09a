# file: shop/api.py
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from shop.log import audit


class AccountViewSet(GenericViewSet):
    @action(["post"], detail=False)
    def accept(self, request):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.invited_user.delete()
        return Response({})
