# file: net.py
import ipaddress

from errors import Refused


def validate(host):
    if ipaddress.ip_address(host).is_private:
        raise Refused(host)
    return host
# file: errors.py
class Refused(Exception):
    pass
# file: api.py
import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from errors import Refused

logger = logging.getLogger(__name__)
app = FastAPI()


@app.exception_handler(Refused)
async def refused(request: Request, error: Refused):
    logger.warning("refused a target for %s", request.client.host)
    return JSONResponse({}, 400)
