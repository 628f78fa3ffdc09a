# file: api/errors.py
import traceback


def describe(error):
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    return {"kind": type(error).__name__, "where": "".join(lines)}
# file: api/app.py
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse

from api.errors import describe


async def failed(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse(describe(error), status_code=500)  # expect: traceback


app = Starlette(exception_handlers={Exception: failed})
