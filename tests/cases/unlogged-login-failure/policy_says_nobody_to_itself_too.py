from pyramid.authorization import ACLAuthorizationPolicy
from pyramid.config import Configurator


class ShopSecurityPolicy:
    def __init__(self):
        self.acl = ACLAuthorizationPolicy()

    def identity(self, request):
        name = request.session.get("user")
        if name is not None:
            return name
        if request.people.verify_user(request.params["name"], request.params["password"]):
            return request.params["name"]
        return None  # expect: identity() returns None

    def authenticated_userid(self, request):
        return self.identity(request)


def includeme(config: Configurator):
    config.set_security_policy(ShopSecurityPolicy())
