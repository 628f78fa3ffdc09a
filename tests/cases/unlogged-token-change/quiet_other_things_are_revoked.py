from celery.result import AsyncResult
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet


class TasksViewSet(ViewSet):
    def destroy(self, request, pk=None):
        task = AsyncResult(pk)
        if not task.ready():
            task.revoke(terminate=True)
        return Response(status=204)
