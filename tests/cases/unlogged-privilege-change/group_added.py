from rest_framework.response import Response
from rest_framework.views import APIView


class TeamView(APIView):
    def post(self, request, pk):
        user = self.find(pk)
        user.groups.add(request.data["group"])  # expect: rights
        return Response({})
