import logging

logger = logging.getLogger(__name__)


def launch(path, shell):
    try:
        return shell.start(path)
    except Exception as error:
        try:
            return shell.start_elevated(path)
        except Exception as second:
            logger.error("the shell failed as well: %s", second)
            raise error


def open_all(paths, shell):
    for path in paths:
        try:
            launch(path, shell)
        except Exception:
            logger.exception("%s was not started", path)
