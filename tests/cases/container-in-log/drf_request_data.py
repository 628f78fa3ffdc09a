import logging

from rest_framework import viewsets

logger = logging.getLogger(__name__)


class AccountViewSet(viewsets.ModelViewSet):
    def create(self, request, *args, **kwargs):
        logger.info("creating an account from %s", request.data)  # expect: data|body
        return super().create(request, *args, **kwargs)
