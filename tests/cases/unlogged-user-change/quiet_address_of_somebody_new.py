from rest_framework.response import Response
from rest_framework.views import APIView

from shop.addresses import AddressSerializer


class UsersListView(APIView):
    def post(self, request):
        address_serializer = AddressSerializer(data=request.data)
        address_serializer.is_valid(raise_exception=True)
        address = address_serializer.save(shop=request.shop)
        return Response({"address": address.pk}, status=201)
