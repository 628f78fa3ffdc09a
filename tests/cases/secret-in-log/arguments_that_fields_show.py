import logging

logger = logging.getLogger(__name__)


def wait(host, port, access_token, width, api_key, settings):
    logger.info("waiting for {host} with {access_token}".format(host=host, port=port, access_token=access_token))  # expect: token
    logger.info("waiting for {} with {}".format(host, access_token))  # expect: token
    logger.info("waiting for {0} with {1!s:>20}".format(host, access_token))  # expect: token
    logger.info("waiting for {:{}} with {}".format(host, width, access_token))  # expect: token
    logger.info("waiting for {host}, {key[0]}".format(host=host, key=[api_key]))  # expect: API key
    logger.info("{{}} waiting with {key}".format(host, key=api_key))  # expect: API key
