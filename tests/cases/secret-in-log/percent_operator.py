import logging

import requests

log = logging.getLogger("sync")


class Mirror:
    def __init__(self, base, access_token):
        self.base = base
        self.access_token = access_token

    def pull(self, project):
        log.info("pulling %s with %s" % (project, self.access_token))  # expect: token
        answer = requests.get(f"{self.base}/projects/{project}", headers={"Authorization": f"Bearer {self.access_token}"}, timeout=5)
        log.info("pulled %s: %d" % (project, answer.status_code))
        return answer.json()
