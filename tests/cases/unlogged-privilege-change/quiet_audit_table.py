from rest_framework.response import Response
from rest_framework.views import APIView

from audit.models import AuditLog


class TeamView(APIView):
    def post(self, request, pk):
        user = self.find(pk)
        user.groups.add(request.data["group"])
        AuditLog.objects.create(actor=request.user, action="group added", target=user)
        return Response({})
