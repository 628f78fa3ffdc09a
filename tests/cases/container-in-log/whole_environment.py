import json
import logging
import os

log = logging.getLogger(__name__)


def environment():
    log.info("env %s", os.environ)  # expect: reach
    log.info("env %s", dict(os.environ))  # expect: reach
    env = os.environ.copy()
    env["LANG"] = "C"
    log.info("running with %s", env)  # expect: reach
    log.info(json.dumps(dict(os.environ), indent=2))  # expect: reach


def env_loop():
    for name, value in os.environ.items():
        log.info("%s=%s", name, value)  # expect: reach


def local_variables(user, password):
    log.debug("state %s", locals())  # expect: reach
