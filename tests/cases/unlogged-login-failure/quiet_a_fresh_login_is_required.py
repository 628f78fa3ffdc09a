from functools import wraps

from starlette.authentication import requires
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse


class ReauthenticationRequired(HTTPException):
    def __init__(self):
        super().__init__(status_code=401)


def reauthentication_required(view):
    @wraps(view)
    async def wrapped(request):
        if request.user.is_anonymous or request.state.reauthenticated < 1:
            raise ReauthenticationRequired()
        return await view(request)

    return wrapped


@requires("authenticated")
@reauthentication_required
async def danger(request):
    return PlainTextResponse("done")
