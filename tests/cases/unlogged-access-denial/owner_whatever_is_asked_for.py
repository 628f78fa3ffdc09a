"""Who does not own it leaves by the same way as a request of another kind: a refusal of theirs."""

from models import Reviewer, Work
from rest_framework import permissions, status
from rest_framework.decorators import api_view, permission_classes
from rest_framework.response import Response
from serializers import WorkSerializer


@api_view(["GET", "DELETE"])
@permission_classes((permissions.IsAuthenticated,))
def work(request, number):
    found = Work.objects.get(pk=number)
    if request.user.id == found.created_by.id or Reviewer.objects.filter(user=request.user.id).exists():
        if request.method == "GET":
            return Response(WorkSerializer(found).data)
        elif request.method == "DELETE":
            found.hide()
            return Response(status=status.HTTP_204_NO_CONTENT)
    return Response({"error": "You are not authorized to see this."}, status=status.HTTP_401_UNAUTHORIZED)  # expect: denied access
