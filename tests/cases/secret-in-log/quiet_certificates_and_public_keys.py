import logging

logger = logging.getLogger(__name__)


def tls(certificate, cert, public_key, cert_subject, issuer, ca_cert):
    logger.info("peer presented %s", certificate)
    logger.info("cert %s of %s, issued by %s", cert, cert_subject, issuer)
    logger.debug("public key %s, ca %s", public_key, ca_cert)


def crypto_names(cipher, algorithm, key_size, key_length, key_usage, keystore_type):
    logger.info("cipher %s/%s, %d bits, %s %s %s", cipher, algorithm, key_size, key_length, key_usage, keystore_type)
