import logging

log = logging.getLogger(__name__)


class AuthenticationHandler:
    async def move(self, request):
        request_data = self.decrypt(await request.read())
        log.debug("a table is moved", extra={"payload": request_data})
        return request_data

    async def login_page(self, request):
        payload = self.parse(request)
        log.debug("the page is asked for: %s", payload)


class LoginView:
    def get(self, request):
        payload = self.parse(request)
        log.info("page: %s", payload)


def login_required(request):
    payload = parse(request)
    log.info("needs a login: %s", payload)
