# file: shop/views.py
from rest_framework import decorators, viewsets
from rest_framework.response import Response
from shop.models import DevicePermissions, User


class SetupViewSet(viewsets.ViewSet):
    @decorators.action(methods=["post"], detail=False)
    def grant(self, request):
        user = User.objects.get(pk=request.data["user"])
        DevicePermissions.objects.update_or_create(user=user, defaults={"is_superuser": True})  # expect: rights
        return Response({})
