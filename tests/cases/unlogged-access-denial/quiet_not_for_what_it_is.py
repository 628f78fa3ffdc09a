import logging
from http.server import BaseHTTPRequestHandler

from rest_framework import status, viewsets
from rest_framework.decorators import action

from forum.api import ApiError
from forum.models import Question

logger = logging.getLogger(__name__)


class QuestionViewSet(viewsets.ModelViewSet):
    queryset = Question.objects.all()

    @action(detail=True, methods=["post"])
    def helpful(self, request, pk=None):
        question = self.get_object()
        if not question.editable:
            raise ApiError(status.HTTP_403_FORBIDDEN, "Question not editable")
        question.votes.create(by=request.user)


class WebDAVHandler(BaseHTTPRequestHandler):
    def log_message(self, format, *args):
        logger.debug("webdav: %s - %s", self.address_string(), format % args)

    def do_PROPFIND(self):
        reach = self.headers.get("Depth", "infinity").strip().lower()
        if reach not in ("0", "1"):
            self.send_error(403, explain="PROPFIND with Depth: infinity is not supported")
            return
        self.answer(reach)
