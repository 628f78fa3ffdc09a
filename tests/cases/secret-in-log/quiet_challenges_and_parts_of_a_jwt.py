import logging

import requests

log = logging.getLogger(__name__)

SAMPLE_TOKEN = "eyJ0eXAiOiJKV1QifQ.e30.c2lnbmF0dXJl"


def challenge(url):
    response = requests.get(url, timeout=5)
    auth_header = response.headers.get("WWW-Authenticate", "")
    log.debug("asked for %s", auth_header)
    return response.headers["www-authenticate"]


def signature_of(access_token):
    log.debug("signature %s", access_token.split(".")[2])
    log.debug("try it with --token %s", SAMPLE_TOKEN)


def harvest(client, extract, url):
    resumption_token = extract(client.get(url))
    while resumption_token:
        log.info("next part by %s", resumption_token)
        resumption_token = extract(client.get(url, resumption_token))
