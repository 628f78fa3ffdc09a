"""A reason that names who somebody is, and a row that is looked for among those of who asks, are denials."""

from rest_framework.response import Response
from rest_framework.views import APIView

from contest.models import Entry, Team


class TeamView(APIView):
    def delete(self, request, number):
        team = Team.objects.get(pk=number)
        if team.captain != request.user:
            return Response({"error": "You cannot delete this team because you are no admin of it"}, status=403)  # expect: denied access
        team.delete()
        return Response({})


class EntryView(APIView):
    def put(self, request, number):
        try:
            entry = Entry.objects.get(owner=request.user, id=number)
        except Entry.DoesNotExist:
            return Response({"error": "Entry does not exist"}, status=403)  # expect: denied access
        entry.started = True
        entry.save()
        return Response({})
