from rest_framework.response import Response
from rest_framework.views import APIView

from shop.addresses import AddressSerializer
from shop.people import UserSerializer


class UsersListView(APIView):
    def post(self, request):
        address_serializer, user_serializer = AddressSerializer(data=request.data), UserSerializer(data=request.data)
        address_serializer.is_valid(raise_exception=True)
        address_serializer.save(shop=request.shop)
        user_serializer.is_valid(raise_exception=True)
        user = user_serializer.save(shop=request.shop)  # expect: a created or deleted user
        return Response({"user": user.pk}, status=201)
