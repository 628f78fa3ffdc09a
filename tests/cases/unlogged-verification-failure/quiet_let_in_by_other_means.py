import hmac
import logging

from starlette.responses import PlainTextResponse

logger = logging.getLogger(__name__)


def by_internal_token(request):
    token = request.headers.get("X-Internal-Token", "")
    if hmac.compare_digest(token, request.app.state.internal_token):
        return request.app.state.internal_user
    return None


def by_session(request):
    return request.session.get("user")


def user_of(request):
    if user := by_internal_token(request):
        return user
    if user := by_session(request):
        return user
    logger.warning("nobody is logged in")
    return None


async def index(request):
    user = user_of(request)
    if user is None:
        return PlainTextResponse("not authenticated", status_code=401)
    return PlainTextResponse("hello")
