import logging

from cryptography import x509
from cryptography.hazmat.primitives import serialization

logger = logging.getLogger(__name__)


def describe(private_key, pem: bytes):
    public_key = private_key.public_key()
    logger.info("public key %s", public_key.public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH))
    certificate = x509.load_pem_x509_certificate(pem)
    logger.info("certificate of %s, serial %d", certificate.subject, certificate.serial_number)
    logger.info("key of %d bits", private_key.key_size)
    public_key_pem = public_key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    logger.debug("verifying with %s", public_key_pem)
