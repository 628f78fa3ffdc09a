"""What a member sees first changes no right; nor do members of nothing that has rights."""

import logging

from rest_framework import status
from rest_framework.response import Response
from rest_framework.viewsets import ModelViewSet

from shop.models import MailingMember, WorkspaceMember

audit = logging.getLogger("shop.audit")


class WorkspaceMemberUserViewsEndpoint(ModelViewSet):
    def post(self, request, slug):
        workspace_member = WorkspaceMember.objects.get(workspace__slug=slug, member=request.user, is_active=True)
        workspace_member.view_props = request.data.get("view_props", {})
        workspace_member.save()
        return Response(status=status.HTTP_204_NO_CONTENT)


class WorkspaceMemberViewSet(ModelViewSet):
    def create(self, request, slug):
        member = WorkspaceMember.objects.create(workspace=slug, member_id=request.data["who"])
        audit.info("member %d of %d added", member.pk, member.workspace_id)
        return Response(status=status.HTTP_201_CREATED)


def subscribe(request):
    MailingMember.objects.create(mailing=request.POST["mailing"])
    return Response(status=status.HTTP_201_CREATED)


class WorkspaceViewSet(ModelViewSet):
    def create(self, request):
        made = self.serializer(request.data).save()
        WorkspaceMember.objects.create(workspace=made, member=request.user, role="owner")
        return Response(status=status.HTTP_201_CREATED)
