import configparser
import logging

logger = logging.getLogger(__name__)


def delete_profile(profile, credentials):
    logger.info("Deleting %s from %s", profile, credentials)
    config = configparser.ConfigParser()
    with open(str(credentials)) as file:
        config.read_file(file)
