import logging

import boto3

log = logging.getLogger(__name__)


def assumed():
    keys = boto3.Session().get_credentials()
    frozen = keys.get_frozen_credentials()
    log.debug("signing with %s", keys)
    log.debug("signing with %s", frozen)  # expect: AWS credentials
    log.debug("signing for %s", frozen.access_key)
    return frozen
