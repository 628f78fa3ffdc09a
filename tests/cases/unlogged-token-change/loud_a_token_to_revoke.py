from django.shortcuts import get_object_or_404
from oauth2_provider.models import AccessToken
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import ModelViewSet


class AccessTokenViewSet(ModelViewSet):
    @action(methods=["DELETE"], detail=True)
    def revoke(self, request, *args, **kwargs):
        token = get_object_or_404(AccessToken.objects.filter(user=request.user), id=kwargs["pk"])
        token_to_revoke = token.refresh_token if token.refresh_token else token
        token_to_revoke.revoke()  # expect: a made or revoked token leaves no security record
        return Response(status=204)
