import logging

logger = logging.getLogger(__name__)


def unlock(store, passphrase):
    if not store.try_unlock(passphrase):
        raise PermissionError("passphrase '" + passphrase + "' does not open the store")  # expect: password|passphrase


def open_store(store, passphrase):
    try:
        unlock(store, passphrase)
    except PermissionError:
        logger.warning("store stays closed", exc_info=True)
