from twisted.logger import Logger
from twisted.web.resource import Resource

from lookup.accounts import AccountStore
from lookup.tokens import token_of


class LogoutServlet(Resource):
    log = Logger()

    def __init__(self, lookup):
        super().__init__()
        self.lookup = lookup

    def render_POST(self, request):
        store = AccountStore(self.lookup)
        store.delToken(token_of(request))
        self.log.info("a session was ended from {address}", address=request.getClientAddress().host)
        return b"{}"
