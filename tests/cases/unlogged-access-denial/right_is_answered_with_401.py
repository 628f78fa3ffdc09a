from rest_framework.response import Response
from rest_framework.views import APIView

from staff.models import Action


def permission_check(request, right):
    return request.user.has_perm(right)


class ActionAPIView(APIView):
    def delete(self, request, pk):
        if permission_check(request, "staff.delete_action") is False:
            return Response({"error": "No permission"}, status=401)  # expect: a denied access leaves no security record
        Action.objects.get(pk=pk).delete()
        return Response(status=204)
