import logging

from fastapi import Request

from shop.auth.models import Anonymous, AuthSubject
from shop.auth.service import auth_service

log = logging.getLogger(__name__)


async def get_user_session(request, session):
    return await auth_service.authenticate(session, request)


async def get_auth_subject(request: Request, session):
    user_session = await get_user_session(request, session)
    if user_session is not None:
        return AuthSubject(user_session.user, set(user_session.scopes))
    return AuthSubject(Anonymous(), set())


class AuthSubjectMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        request = Request(scope, receive)
        async with scope["state"]["session_maker"]() as session:
            scope["state"]["auth_subject"] = await get_auth_subject(request, session)
        await self.app(scope, receive, send)
