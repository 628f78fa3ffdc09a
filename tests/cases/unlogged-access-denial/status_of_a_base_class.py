# file: archive/errors.py
from rest_framework import status


class ArchiveError(Exception):
    http_status_code: int | None = None

    def __init__(self, message=None):
        self.message = message
        super().__init__(message)


class NotAllowedError(ArchiveError):
    http_status_code = status.HTTP_403_FORBIDDEN


class AlreadyThereError(ArchiveError):
    http_status_code = status.HTTP_409_CONFLICT
# file: archive/services.py
from archive.errors import AlreadyThereError, NotAllowedError
from archive.rights import is_owner


def delete_set(*, user, dataset):
    if not is_owner(dataset, user):
        raise NotAllowedError("Cannot delete what you do not own.")  # expect: denied access
    if dataset.published:
        raise AlreadyThereError("It is published.")
    dataset.delete()
# file: archive/views.py
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from archive.services import delete_set


class DatasetViewSet(GenericViewSet):
    def destroy(self, request, pk=None):
        delete_set(user=request.user, dataset=self.get_object())
        return Response(status=204)
