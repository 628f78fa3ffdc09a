import logging

logger = logging.getLogger(__name__)


def fetch_password(vault, path):
    """Read it into the process; says whether there was one."""
    vault.cache[path] = vault.read(path)["password"]
    return path in vault.cache


def save_token(store, token):
    return store.insert({"token": token}).inserted_id


def run(vault, store, token):
    found = fetch_password(vault, "db")
    logger.info("found: %s", found)
    row = save_token(store, token)
    logger.info("stored in row %s", row)
