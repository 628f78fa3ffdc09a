import functools
import logging

from pyramid import httpexceptions
from pyramid.view import view_config

from writing.storage import storage

log = logging.getLogger(__name__)


def with_storage(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        try:
            response = function(*args, **kwargs)
            storage.persist()
            return response
        except storage.Error:
            log.exception("the storage failed")
            storage.abort()
            raise httpexceptions.HTTPServiceUnavailable()

    return wrapper


@view_config(route_name="get-content", renderer="json")
@with_storage
def get_content(request):
    content = storage.get(id=request.matchdict["id"])
    if not request.has_permission("view", content):
        raise httpexceptions.HTTPForbidden("You do not have permission to view this")  # expect: denied access
    return content
