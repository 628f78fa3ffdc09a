import logging

log = logging.getLogger(__name__)


def delete_secret(vault, client, secret):
    client.delete(f"{vault}/secrets/{secret}")
    print(f"the '{secret}' secret has been deleted")
    log.info("deleted %s", secret)


def login(client, secret, password):
    client.post("/login", json={"secret": secret, "password": password})
    log.info("logged in with %s", secret)  # expect: the secret reaches
