import logging

log = logging.getLogger(__name__)


def enroll(name, password):
    payload = {"password": password, "name": name}
    log.info("enrolled {0[name]}".format(payload))
    log.info("enrolled {payload[name]} with {payload[password]!r}".format(payload=payload))  # expect: password
