import logging

LOG = logging.getLogger(__name__)


def on_post(repo, secret_id):
    notes = repo.get_metadata_for_secret(secret_id)
    LOG.debug("adding to %s", notes)
    table = repo.get_secret_store_data()
    LOG.debug("plugin %s", table["store_plugin"])
