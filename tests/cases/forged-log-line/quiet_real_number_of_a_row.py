import logging

from rest_framework.views import APIView

from tasks.models import Draft

logger = logging.getLogger(__name__)


class Annotations(APIView):
    def post(self, request):
        draft_id = request.data["draft_id"]
        draft = Draft.objects.filter(id=draft_id)
        logger.debug(f"removing draft {draft_id}")
        draft.delete()
