import logging

from pyramid.httpexceptions import HTTPClientError, HTTPForbidden
from pyramid.view import exception_view_config, view_config

logger = logging.getLogger(__name__)


class ErrorViews:
    def __init__(self, exception, request):
        self.exception = exception
        self.request = request

    @exception_view_config(context=HTTPClientError)
    def refused(self):
        self.request.response.status_int = self.exception.status_int
        return {"message": str(self.exception)}

    @exception_view_config(context=Exception)
    def error(self):
        logger.exception("unexpected error")
        self.request.response.status_int = 500
        return {"message": "sorry"}


@view_config(route_name="grades", renderer="json")
def grades(request):
    if not request.user.is_instructor:
        raise HTTPForbidden("only instructors see grades")  # expect: a denied access leaves no security record
    return {"grades": request.course.grades()}
