import logging

logger = logging.getLogger(__name__)


class OperationFailed(SystemExit):
    def __init__(self):
        super().__init__(1)


def delete_backup(store, backup):
    try:
        store.delete(backup)
    except Exception as error:
        logger.error("could not delete %s: %s", backup, error)
        raise OperationFailed()


def main(store, backups):
    try:
        for backup in backups:
            delete_backup(store, backup)
    except Exception as error:
        logger.error("the clean-up failed: %s", error)
        raise
