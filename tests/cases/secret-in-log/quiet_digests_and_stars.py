import hashlib
import logging

logger = logging.getLogger(__name__)


def digest(token):
    logger.info("token sha256 %s", hashlib.sha256(token.encode()).hexdigest()[:12])


def digest_var(token):
    token_hash = hashlib.sha256(token.encode()).hexdigest()
    logger.info("token %s", token_hash)


def stars(password):
    logger.info("password %s", "*" * len(password))
    logger.info("password %s", "***" if password else None)


def last_four(card_number):
    logger.info("card ending in %s", card_number[-4:])


def first_chars(api_key):
    logger.info("key %s...", api_key[:4])


def overwritten(password):
    password = "[redacted]"
    logger.info("pw %s", password)


def encrypted(fernet, secret):
    ciphertext = fernet.encrypt(secret)
    logger.debug("stored %d bytes: %s", len(ciphertext), ciphertext)


def fmt(user, password):
    logger.info("login user=%s password=%s", user, "<hidden>")
