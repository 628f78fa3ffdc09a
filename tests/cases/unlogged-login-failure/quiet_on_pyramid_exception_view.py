import logging

from pyramid.httpexceptions import HTTPForbidden
from pyramid.view import forbidden_view_config, view_config

logger = logging.getLogger(__name__)


@forbidden_view_config(renderer="json")
def refused(error, request):
    logger.warning("refused: %s", request.path)
    return {"error": "no"}


@view_config(route_name="login", request_method="POST", renderer="json")
def sign_in(request):
    if not request.users.check_password(request.params["name"], request.params["password"]):
        raise HTTPForbidden()
    return {}
