import logging

logger = logging.getLogger(__name__)


def hinted(request, session):
    id_token = request["id_token_hint"]
    logger.debug("hint of %s", id_token)
    return session["client_id"] in id_token["aud"]


def own(key, cosigners):
    account_key = key.public_master(multisig=True).wif()
    logger.debug("a cosigner's key: %s", account_key)
    return account_key in cosigners


def forgotten(response):
    logger.info("logged in, got an access token".format(response.access_token))
