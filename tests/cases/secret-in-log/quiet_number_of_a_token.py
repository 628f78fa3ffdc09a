"""The number by which a token is found is none."""

import logging

LOG = logging.getLogger(__name__)


def revoke(store, token_id):
    LOG.info("revoking %s", token_id)
    store.delete(token_id=token_id)


def renew(client, token_id, token):
    LOG.info("renewing %s", token_id)
    return client.post(f"/tokens/{token_id}/renew", headers={"X-Auth-Token": token})


def list_of(client, key_id):
    LOG.info("by %s", key_id)
    return client.get("/keys", headers={"X-Key": key_id})


def cancel(running, task_token, headers):
    if task_token not in running:
        LOG.warning("no task to cancel: %s", task_token)
