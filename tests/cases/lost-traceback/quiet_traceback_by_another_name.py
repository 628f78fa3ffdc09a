import logging
from traceback import format_exc as traceback_format_exc

logger = logging.getLogger(__name__)


def run(importer, advisories):
    try:
        importer.do_import(advisories)
        importer.commit()
    except Exception as error:
        logger.error(f"cannot import {importer.name}: {error!r}\n{traceback_format_exc()}")


def store(importer, severity):
    try:
        importer.store(severity)
        importer.commit()
    except Exception:
        logger.error(f"cannot store {severity}:\n{traceback_format_exc()}")


def sync(runs):
    for run in runs:
        try:
            run.sync()
            run.save()
        except Exception as error:
            logger.error("%s: %s", error, run.key)  # noqa: TRY400
