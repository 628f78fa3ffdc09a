from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from clubs.models import Membership


class ClubViewSet(GenericViewSet):
    @action(detail=True, methods=["post"])
    def update_member_group(self, request, pk=None):
        member = self.get_object().membership_set.get(pk=request.data["membership"])
        member.group = request.data["group"]  # expect: change of rights
        member.save()
        return Response({"group": member.group})

    @action(detail=True, methods=["delete"])
    def delete_member(self, request, pk=None):
        member = Membership.objects.get(pk=request.data["membership"])
        member.organization.users.remove(member.user)  # expect: change of rights
        return Response({})
