import logging
import os

log = logging.getLogger(__name__)


def labels():
    sent = []
    for key, value in os.environ.items():
        if key.startswith("DOCKER_LABEL_"):
            log.debug("label %s: %s", key, value)
            sent.append((key, value))
    log.debug("sent: %s", sent)


def answers():
    for key, value in os.environ.items():
        if not key.startswith(("TESTDATA_VARIABLE_", "TESTRUN_VARIABLE_")):
            continue
        log.info("%s = %s", key, value)


def by_name():
    for key in os.environ:
        if key.startswith("DOCKER_LABEL_"):
            log.info("%s = %s", key, os.environ[key])
