import functools
import logging

from pyramid import httpexceptions
from pyramid.view import view_config

from writing.storage import storage

log = logging.getLogger(__name__)


def told(function):
    @functools.wraps(function)
    def wrapper(request):
        try:
            return function(request)
        except (storage.Error, httpexceptions.HTTPClientError) as error:
            log.warning("%s refused %s: %s", request.path, request.authenticated_userid, error)
            raise

    return wrapper


@view_config(route_name="get-content", renderer="json")
@told
def get_content(request):
    content = storage.get(id=request.matchdict["id"])
    if not request.has_permission("view", content):
        raise httpexceptions.HTTPForbidden("You do not have permission to view this")
    return content
