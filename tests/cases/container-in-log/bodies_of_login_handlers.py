import logging

log = logging.getLogger(__name__)


class AuthenticationHandler:
    async def login(self, request):
        session = await self.sessions.of(request)
        request_data = session.decrypt(await request.read())
        log.debug("a login is tried", extra={"payload": request_data, "session": session.number})  # expect: the request's body
        return await self.check(session, request_data)


class LoginView:
    def post(self, request):
        payload = self.parse(request)
        log.info("login: %s", payload)  # expect: the body reaches log.info()
        return self.check(payload)
