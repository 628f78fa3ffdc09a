import logging

logger = logging.getLogger(__name__)


def sync(runs):
    for run in runs:
        try:
            run.sync()
            run.save()
        except Exception as error:
            logger.error("%s: %s", error, run.key)  # noqa: E501  # expect: writes the error's text without its traceback
