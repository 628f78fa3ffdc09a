# file: sessions.py
class SessionHijackError(Exception):
    pass


class TokenReuseError(Exception):
    pass


class SessionService:
    def validate(self, session, request):
        stored = self.store.get(session.id)
        if stored.user_agent != request.headers["user-agent"]:
            raise SessionHijackError(session.id)  # expect: a session used from elsewhere
        return stored

    def rotate(self, token):
        row = self.store.refresh(token)
        if row.used_at is not None:
            self.store.revoke_all(row.user_id)
            raise TokenReuseError(row.user_id)  # expect: used once more
        return self.store.next(row)
# file: web.py
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from sessions import SessionHijackError, SessionService, TokenReuseError

app = FastAPI()
service = SessionService()


@app.get("/me")
def me(request: Request):
    return service.validate(request.state.session, request)


@app.post("/token")
def token(request: Request):
    return service.rotate(request.cookies["refresh"])


@app.exception_handler(SessionHijackError)
def hijacked(request, error):
    return JSONResponse({}, 401)
