"""Objects that are neither raised nor sent are verdicts; whoever asked for them records and refuses."""

import logging
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request

log = logging.getLogger(__name__)
router = APIRouter()


@dataclass(frozen=True)
class InvalidCredentials:
    code: str = "invalid_credentials"


@dataclass(frozen=True)
class Presented:
    value: str


_INVALID = InvalidCredentials()


def extract(headers) -> Presented | InvalidCredentials:
    values = headers.getlist("X-API-Key")
    if len(values) != 1 or not values[0]:
        return InvalidCredentials()
    return Presented(values[0])


def validate_header(header, config):
    if header.get("alg") not in config.algorithms:
        return _INVALID
    return header["kid"]


@router.get("/mill")
def mill(request: Request):
    found = extract(request.headers)
    if isinstance(found, InvalidCredentials):
        log.warning("no good key from %s", request.client.host)
        raise HTTPException(401)
    return {"mill": found.value}
