import logging

LOG = logging.getLogger(__name__)


def run(task):
    LOG.error(  # expect: 2 placeholders
        'Task %(task)s expected "processing" status, '
        'but found "%(status)s"; aborting.'
    )
    LOG.warning(_("no %s and no %s") , task)  # expect: 2 placeholders and 1 value
    LOG.log(logging.INFO, "%s of %s", task)  # expect: 2 placeholders


def fail(error):
    LOG.exception("could not run the task", error)  # expect: no placeholder
    LOG.error("100% of the tasks failed: %s", error)  # expect: 2 placeholders and 1 value
    LOG.error("%(task)s: %(error)s", 1, error)  # expect: one mapping
    LOG.error("%y", error)  # expect: a template that is none


def _(text):
    return text
