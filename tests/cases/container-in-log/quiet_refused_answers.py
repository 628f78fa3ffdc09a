import logging

import aiohttp
import requests

log = logging.getLogger(__name__)


def get_token(session, url):
    response = session.post(url, json={"grant_type": "client_credentials"})
    if response.status_code != 200:
        log.error("token request failed: %s", response.text)
    return response.json()["access_token"]


def oauth_login(session, url):
    response = session.post(url)
    if not response.ok:
        log.error("login failed: %s", response.text)


def oauth_refresh(session, url):
    response = session.post(url)
    if response.status_code in (200, 201):
        return response.json()["access_token"]
    log.error("refresh failed: %s", response.text)
    return None


def oauth_else(session, url):
    response = session.post(url)
    if response.status_code < 400:
        token = response.json()["access_token"]
    else:
        log.error("refresh failed: %s", response.content)
        token = None
    return token


async def token_post(session, url):
    response = await session.post(url)
    try:
        response.raise_for_status()
    except aiohttp.ClientResponseError as error:
        log.debug("refused with %s: %s", error.status, await response.text())


def lookup_session(request, url):
    ok, data = fetch_session(request, url)
    if not ok:
        log.debug("lookup failed: %s", data)


def fetch_session(request, url):
    response = requests.get(url, timeout=5)
    return response.status_code == 200, response.json()
