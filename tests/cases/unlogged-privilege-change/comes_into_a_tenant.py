# file: shop/api.py
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.models import Invite


class InviteView(APIView):
    def get(self, request, code):
        invite = Invite.objects.get(code=code)
        tenant = invite.tenant
        tenant.add_user(invite.user)  # expect: a change of rights
        return Response({})
