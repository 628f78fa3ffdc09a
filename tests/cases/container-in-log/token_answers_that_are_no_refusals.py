import logging

log = logging.getLogger(__name__)


def get_token(session, url):
    response = session.post(url, json={"grant_type": "client_credentials"})
    if response.status_code == 200:
        log.debug("token answer: %s", response.text)  # expect: reaches log.debug()
    if response.status_code != 404:
        return None
    return response.json()["access_token"]


def oauth_login(session, url):
    response = session.post(url)
    if response.status_code >= 400:
        return None
    log.debug("logged in: %s", response.text)  # expect: reaches log.debug()
    return response
