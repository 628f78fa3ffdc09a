"""Every attribute of credentials that a session gives."""

import logging

import boto3

LOG = logging.getLogger(__name__)


def connect():
    creds = boto3.Session().get_credentials()
    LOG.debug("signing with %s", creds.__dict__)  # expect: all attributes
    LOG.debug("signing with %s", sorted(creds.__dict__.keys()))
    return creds
