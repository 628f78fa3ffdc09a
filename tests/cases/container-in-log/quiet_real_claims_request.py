import json
import logging

log = logging.getLogger(__name__)


def merge(challenge, extra):
    claims = json.loads(challenge) if challenge else {}
    claims["access_token"] = claims.get("access_token") or {}
    claims["access_token"].update(extra)
    return json.dumps(claims)


def acquire(challenge, extra):
    log.info("acquiring with claims %s", merge(challenge, extra))
