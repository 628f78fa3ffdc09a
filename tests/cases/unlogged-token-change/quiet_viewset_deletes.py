from rest_framework import generics

from shop.models import PrinterToken


class PrinterTokens(generics.RetrieveDestroyAPIView):
    def get_queryset(self):
        return PrinterToken.objects.filter(user=self.request.user)
