from rest_framework import mixins
from rest_framework.authtoken.models import Token
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet
from oauth2_provider.views.mixins import OAuthLibMixin

from orchard.models import Basket


class Sessions(mixins.ListModelMixin, mixins.DestroyModelMixin, GenericViewSet):
    queryset = Token.objects.select_related("user")

    def perform_destroy(self, instance):
        if instance.pk == self.request.auth.pk:
            raise ValidationError("this is the token that you ask with")
        instance.delete()  # expect: token


class Baskets(mixins.DestroyModelMixin, GenericViewSet):
    queryset = Basket.objects.all()

    def perform_destroy(self, instance):
        instance.delete()


class Revoked(OAuthLibMixin, APIView):
    def post(self, request):
        _, _, body, status = self.create_revocation_response(request)  # expect: token
        return Response(body, status=status)
