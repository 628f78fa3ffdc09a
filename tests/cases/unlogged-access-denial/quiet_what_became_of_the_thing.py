"""What is there no more, or was used, cannot be had by anybody: some answer that with 403."""

from rest_framework.response import Response
from rest_framework.views import APIView

from contest.models import Entry, Team


class TeamView(APIView):
    def delete(self, request, number):
        team = Team.objects.get(pk=number)
        if team.entries.filter(started=True).exists():
            return Response({"error": "Sorry, you cannot delete this team since it has taken part in a contest!"}, status=403)
        team.delete()
        return Response({})


class EntryView(APIView):
    def put(self, request, contest, number):
        try:
            entry = Entry.objects.get(contest=contest, id=number)
        except Entry.DoesNotExist:
            return Response({"error": "Entry does not exist"}, status=403)
        entry.started = True
        entry.save()
        return Response({})
