# What is switched off, only shown, or put into itself is refused to everybody.
import logging

from flask import Blueprint, abort, request
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from rest_framework.viewsets import ModelViewSet
from shop.settings import get_config

log = logging.getLogger(__name__)
bp = Blueprint("sharing", __name__)


@bp.route("/share/<kind>")
def share(kind):
    if bool(get_config("social_shares", default=True)) is False:
        abort(403)
    return {"kind": kind, "by": request.args.get("by")}


class Shelves(ModelViewSet):
    @action(detail=True, methods=["PUT"])
    def merge(self, request, pk, target):
        source = self.get_object()
        if int(target) == source.id:
            return Response({"msg": "Cannot merge with the same object!"}, status=status.HTTP_403_FORBIDDEN)
        return Response(source.merge(target))

    @action(detail=True, methods=["PUT"])
    def order(self, request, pk):
        if self.request.space.demo:
            raise PermissionDenied(detail="Not available in the demo")
        return Response(self.get_object().order())
