import logging

LOG = logging.getLogger(__name__)


def command(cmd):
    shown = ["***" if part.startswith("--password") else part for part in cmd]
    LOG.info("running %s", shown)


def template(name, token):
    LOG.info("token %(name)s is not valid", {"name": name, "token": token})


def ansible_module(module):
    LOG.info("state %s", module.params["state"])


def terraform(outputs):
    for name, output in outputs.items():
        if output.sensitive:
            LOG.info("%s = <sensitive>", name)


def query(cursor, sql, params):
    LOG.debug("executing %s with %d parameters", sql, len(params))


def cached(func, key):
    LOG.debug("calling %s for %s", func.__name__, key)
