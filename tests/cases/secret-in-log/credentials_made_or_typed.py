import logging

logger = logging.getLogger(__name__)


def generated():
    password = "".join(random.choice(chars) for _ in range(12))
    logger.info("new password %s", password)  # expect: password


def typed():
    password = input("Password: ")
    logger.info("typed %s", password)  # expect: password


def smtp(config):
    logger.info("smtp %s %s %s", config["host"], config["user"], config["password"])  # expect: password


def mqtt(userdata):
    logger.debug("connect %s", userdata["password"])  # expect: password


def class_based(cls):
    logger.debug("%s", cls.API_TOKEN)  # expect: token


def twitter(consumer_key, consumer_secret, access_token_secret):
    logger.info("secret %s", consumer_secret)  # expect: secret
    logger.info("secret %s", access_token_secret)  # expect: token


def join_parts(user, pwd):
    parts = [user, pwd]
    logger.info(":".join(parts))  # expect: password
