"""Who is in a workspace may see it: rows of members that are made, or switched off."""

from rest_framework import status
from rest_framework.response import Response
from rest_framework.viewsets import ModelViewSet

from shop.models import ProjectMember, WorkspaceMember


class WorkspaceMemberViewSet(ModelViewSet):
    def create(self, request, slug):
        WorkspaceMember.objects.create(
            workspace=slug, member_id=request.data["who"]
        )  # expect: a change of rights leaves no security record
        return Response(status=status.HTTP_201_CREATED)

    def destroy(self, request, slug, pk):
        workspace_member = WorkspaceMember.objects.get(workspace__slug=slug, pk=pk, is_active=True)
        if workspace_member.member_id == request.user.id:
            return Response({"error": "Leave it instead"}, status=status.HTTP_400_BAD_REQUEST)
        workspace_member.is_active = False  # expect: a change of rights leaves no security record
        workspace_member.save()
        return Response(status=status.HTTP_204_NO_CONTENT)


class ProjectMemberViewSet(ModelViewSet):
    def create(self, request, slug):
        rows = [ProjectMember(member_id=one["who"], role=one["role"]) for one in request.data["members"]]
        ProjectMember.objects.bulk_create(rows)  # expect: a change of rights leaves no security record
        return Response(status=status.HTTP_201_CREATED)
