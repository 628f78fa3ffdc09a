import logging

import requests

log = logging.getLogger(__name__)


def renew(session, name):
    answer = session.post("https://example.com/getToken", json={"name": name}).json()
    if not answer.get("success"):
        log.error("no token: %s", answer)
        return None
    return answer["data"]["access_token"], answer["access_token"]


def renew_again(name):
    answer = requests.post("https://example.com/getToken", json={"name": name}, timeout=5).json()
    if not answer["ok"]:
        log.error("no token: %s", answer)
        return None
    return answer["access_token"]


class Hooks:
    def verify(self, payload):
        if not isinstance(payload, dict):
            log.error("this is no dict: %s", payload)
            return False
        return True

    async def handle(self, request):
        payload = await request.json()
        return self.verify(payload), payload["password"]
