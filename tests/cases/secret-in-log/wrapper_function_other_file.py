# file: service/logutil.py
import logging


def logexc(log, message):
    log.exception(message)


def logwarn(log, message, *args):
    log.warning(message, *args)
# file: service/vault.py
import logging

from service.logutil import logexc, logwarn

LOG = logging.getLogger(__name__)


def unseal(client, unseal_key):
    try:
        client.unseal(unseal_key)
    except ConnectionError:
        logexc(LOG, f"unseal with {unseal_key} failed")  # expect: key
    except ValueError:
        logwarn(LOG, "unseal failed, key of %d characters", len(unseal_key))
