import logging

log = logging.getLogger(__name__)


def template(password):
    fields = {"user": "admin", "password": password}
    log.info("signed in as {user}".format_map(fields))
    log.info("signed in as {user} with {password}".format_map(fields))  # expect: password
