import logging

import aiohttp
from fastapi import HTTPException

log = logging.getLogger(__name__)


class ScraperCredentialsError(HTTPException):
    def __init__(self, which, message=""):
        super().__init__(status_code=403, detail=f"the scraper refused our {which} credentials: {message}")
        self.which = which


class State:
    credentials_rejected = None


_state = State()


def _reject(url):
    error = ScraperCredentialsError("developer" if "dev" in url else "user")
    log.error(error.detail)
    _state.credentials_rejected = error.which
    return error


def _client_error(url: str, err: aiohttp.ClientResponseError) -> dict:
    if err.status == 403:
        raise _reject(url) from err
    if err.status == 426:
        raise HTTPException(status_code=403, detail="The scraper has barred this version of ours. Please update.") from err
    if err.status == 430:
        raise HTTPException(status_code=429, detail="The quota of today is used up.") from err
    log.error(err)
    return {}


class ScraperService:
    async def request(self, url: str) -> dict:
        if _state.credentials_rejected:
            raise ScraperCredentialsError(_state.credentials_rejected)
        async with aiohttp.ClientSession() as session:
            try:
                answer = await session.get(url)
                answer.raise_for_status()
                return await answer.json()
            except aiohttp.ClientResponseError as err:
                return _client_error(url, err)
