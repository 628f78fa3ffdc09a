import logging

log = logging.getLogger(__name__)


def renew(session, name):
    answer = session.post("https://example.com/getToken", json={"name": name}).json()
    if answer.get("success"):
        log.info("got a token: %s", answer)  # expect: its text shows the token
        return answer["access_token"]
    return None


class Hooks:
    def verify(self, payload):
        if isinstance(payload, dict):
            log.info("this is a dict: %s", payload)  # expect: shows the password
            return True
        return False

    async def handle(self, request):
        payload = await request.json()
        return self.verify(payload), payload["password"]
