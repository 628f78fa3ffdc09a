# file: chat/middleware.py
from chat.trail import audit_http_request


class AuditHttpMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            response = self.get_response(request)
        except Exception as error:
            audit_http_request(request, response=None, exception=error)
            raise
        audit_http_request(request, response=response, exception=None)
        return response
# file: chat/api.py
from rest_framework.decorators import api_view
from rest_framework.response import Response


@api_view(["DELETE"])
def message(request, number):
    if not request.user.may_delete(number):
        return Response({"error": "no"}, status=403)
    return Response(status=204)
# file: chat/trail.py
from chat.models import AuditEvent


def audit_http_request(request, response, exception):
    AuditEvent.objects.create(actor=request.user, path=request.path, status=getattr(response, "status_code", 500))
