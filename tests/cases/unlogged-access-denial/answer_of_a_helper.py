from starlette.responses import JSONResponse, PlainTextResponse


def refusal(request):
    if request.headers.get("Accept") == "text/plain":
        return PlainTextResponse("no", status_code=403)
    return JSONResponse({}, status_code=403)


async def remove(request):
    if not request.user.is_admin:
        return refusal(request)  # expect: denied access
    return JSONResponse({})
