"""An account of money, whatever keeps it is called."""

from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import ModelViewSet

from .keepers import service


class PurseViewSet(ModelViewSet):
    @action(detail=True, methods=["post"])
    def dedicated_account(self, request, pk=None):
        wallet = self.get_object()
        service.create_dedicated_account(wallet, preferred_bank=request.data.get("bank"))
        return Response(status=201)
