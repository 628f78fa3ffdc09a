# file: shop/api.py
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.models import Board, Workspace


class FirstWorkspaceView(APIView):
    def post(self, request):
        workspace = Workspace.objects.create(owner=request.user, name="my first")
        workspace.users.add(request.user)
        Board.objects.create(workspace=workspace)
        return Response({})
