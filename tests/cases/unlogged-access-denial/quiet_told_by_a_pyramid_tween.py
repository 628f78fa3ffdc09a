import logging

from pyramid.config import Configurator
from pyramid.httpexceptions import HTTPForbidden
from pyramid.view import view_config

logger = logging.getLogger(__name__)


def refusals_tween_factory(handler, registry):
    def tween(request):
        try:
            response = handler(request)
        except HTTPForbidden:
            logger.warning("refused %s for %s", request.path, request.remote_addr)
            raise
        if response.status_code in (401, 403):
            logger.warning("refused %s for %s", request.path, request.remote_addr)
        return response
    return tween


@view_config(route_name="order", renderer="json")
def order(request):
    if not request.user.can("delete", request.matchdict["pk"]):
        raise HTTPForbidden()
    return {}


def main(config, **settings):
    config = Configurator(settings=settings)
    config.add_tween("example.refusals_tween_factory")
    return config.make_wsgi_app()
