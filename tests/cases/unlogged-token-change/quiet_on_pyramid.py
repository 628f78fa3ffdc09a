import logging

from pyramid.view import view_config, view_defaults

logger = logging.getLogger(__name__)


@view_defaults(route_name="account", permission="own")
class AccountViews:
    def __init__(self, request):
        self.request = request
        self.tokens = request.find_service(name="tokens")

    @view_config(request_method="DELETE")
    def drop(self):
        self.tokens.delete_api_token(self.request.matchdict["id"])
        logger.info("authn_token_revoked user=%s", self.request.authenticated_userid)
        return {}
