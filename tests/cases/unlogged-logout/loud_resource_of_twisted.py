from twisted.web.resource import Resource

from lookup.accounts import AccountStore
from lookup.tokens import token_of


class LogoutServlet(Resource):
    def __init__(self, lookup):
        super().__init__()
        self.lookup = lookup

    def render_POST(self, request):
        store = AccountStore(self.lookup)
        store.delToken(token_of(request))  # expect: a logout leaves no security record
        return b"{}"
