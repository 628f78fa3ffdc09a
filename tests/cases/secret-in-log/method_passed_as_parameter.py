import logging

logger = logging.getLogger(__name__)


def report(result, secret_key, log_method=logger.info):
    log_method("upload of %s finished, signed with %s", result.name, secret_key)  # expect: key


def finish(result, secret_key):
    method = logger.info if result.ok else logger.error
    method("done: %s", result.name)
    report(result, secret_key, log_method=method)
