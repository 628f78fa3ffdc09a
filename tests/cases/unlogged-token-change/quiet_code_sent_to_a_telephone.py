from rest_framework.generics import CreateAPIView
from rest_framework.response import Response

from portal.models import PhoneToken


class CreatePhoneTokenView(CreateAPIView):
    def create(self, *args, **kwargs):
        phone_token = PhoneToken(user=self.request.user, phone_number=self.request.user.phone_number)
        phone_token.full_clean()
        phone_token.save()
        return Response(None, status=201)
