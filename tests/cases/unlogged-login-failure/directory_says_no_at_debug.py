import logging

import ldap3
from flask import current_app

log = logging.getLogger(__name__)


class Answer:
    def __init__(self):
        self.status = "unknown"
        self.user = None


class Directory:
    def authenticate(self, name, password):
        if current_app.config["LDAP_SEARCHES"]:
            answer = self.by_search(name, password)
        else:
            answer = self.by_name(name, password)
        return answer

    def by_name(self, name, password):
        connection = ldap3.Connection(current_app.config["LDAP_HOST"], f"uid={name},ou=people", password)
        answer = Answer()
        try:
            connection.bind()
            answer.status = "success"
            answer.user = name
        except ldap3.core.exceptions.LDAPInvalidCredentialsResult:
            log.debug("%s could not log in", name)
            answer.status = "fail"
        return answer  # expect: by_name()

    def by_search(self, name, password):
        log.debug("looking for %s", name)
        return self.by_name(name, password)
