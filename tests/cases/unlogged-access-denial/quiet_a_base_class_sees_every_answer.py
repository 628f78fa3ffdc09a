import logging

from django.http import HttpResponseForbidden
from django.views import View
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from rest_framework.views import APIView as LibraryView

logger = logging.getLogger(__name__)


class APIView(LibraryView):
    def finalize_response(self, request, response, *args, **kwargs):
        if response.status_code >= 400:
            logger.warning("%s: %s for %s at %s", response.status_code, request.path, request.user, request.META["REMOTE_ADDR"])
        return super().finalize_response(request, response, *args, **kwargs)


class OrderView(APIView):
    def delete(self, request, pk):
        if not request.user.can_access("orders", pk):
            raise PermissionDenied()
        return Response(status=204)

    def post(self, request, pk):
        if not request.user.has_perm("orders.add"):
            return Response({"error": "not allowed"}, status=403)
        return Response(status=201)


class OrderSerializer(serializers.Serializer):
    def validate(self, attrs):
        if not self.context["request"].user.has_perm("orders.add"):
            raise PermissionDenied("not allowed")
        return attrs


class PageView(View):
    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code in (401, 403):
            logger.warning("authz_fail %s for %s", request.path, request.user)
        return response


class ReportView(PageView):
    def get(self, request):
        if not request.user.has_perm("reports.view"):
            return HttpResponseForbidden()
        return self.page(request)
