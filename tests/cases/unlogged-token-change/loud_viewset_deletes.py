from rest_framework import generics

from shop.models import ApiToken


class Tokens(generics.RetrieveDestroyAPIView):  # expect: Tokens() is a generic RetrieveDestroyAPIView of ApiToken
    def get_queryset(self):
        return ApiToken.objects.filter(user=self.request.user)
