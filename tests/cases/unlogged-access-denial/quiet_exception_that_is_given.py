from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import exception_handler


def rewrap(exc, context):
    if isinstance(exc, DjangoPermissionDenied):
        if exc.args:
            return Response(exc.args[0], status=status.HTTP_403_FORBIDDEN)
        exc = exceptions.PermissionDenied()
    return exception_handler(exc, context)
