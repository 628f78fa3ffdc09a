"""Who takes a secret out of one of several rows knows what is in all of them."""

import logging

log = logging.getLogger(__name__)


class Worker:
    def wait(self):
        log.info("these are the oauths: %s", self.oauths)  # expect: shows the token
        log.info("these are the names: %s", self.names)


class GitWorker(Worker):
    def headers(self):
        return {"Authorization": f"token {self.oauths[0]['access_token']}"}

    def name(self):
        return self.names[0]["name"]


def by_number(rows, at):
    log.info("rows %s", rows)  # expect: shows the password
    return rows[at]["password"]


def by_user(sessions, user):
    log.info("sessions %s", sessions)  # expect: shows the password
    return sessions[user.id]["password"]


def of_another(rows, others):
    log.info("rows %s", rows)
    return others[0]["password"]
