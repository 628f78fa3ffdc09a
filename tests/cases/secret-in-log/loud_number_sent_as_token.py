"""What is sent in the header that carries the token is one, whatever it is called."""

import logging

import requests

LOG = logging.getLogger(__name__)


def validate(endpoint, token_id):
    headers = {"X-Auth-Token": token_id}
    LOG.debug("validating %s", token_id)  # expect: the token reaches LOG.debug()
    return requests.get(endpoint, headers=headers)


def revoke(endpoint, token_id):
    headers = {}
    headers["X-Subject-Token"] = token_id
    LOG.debug("revoking %s", token_id)  # expect: the token reaches LOG.debug()
    return requests.delete(endpoint, headers=headers)
