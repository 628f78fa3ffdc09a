import traceback

from fastapi import HTTPException

from shop.configuration import conf


def handler(request, error):
    if conf.get("api", "expose_stacktrace").lower() == "true":
        message = "".join(traceback.format_tb(error.__traceback__))
    else:
        message = "see the log"
    raise HTTPException(500, detail={"message": message})
