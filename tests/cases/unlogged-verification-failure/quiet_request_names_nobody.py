from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.viewsets import ModelViewSet

from shop.models import Role, User, Workspace


class NotLoggedIn(APIException):
    status_code = status.HTTP_401_UNAUTHORIZED


class WorkspaceViewSet(ModelViewSet):
    def get_queryset(self):
        if not self.request.claim.user_id:
            raise NotLoggedIn()
        return Workspace.objects.filter(owner=self.request.claim.user_id)

    def create(self, request):
        if not self.request.claim.user_id:
            raise NotLoggedIn()
        answer = super().create(request)
        workspace = Workspace.objects.get(id=answer.data["id"])
        Role.objects.create(workspace=workspace, user=User.objects.get(id=request.claim.user_id), scope="admin")
        return answer
