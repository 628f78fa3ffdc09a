import logging

import requests

logger = logging.getLogger(__name__)


class CredentialsFetcher:
    def retrieve_role_credentials(self, url, timeout):
        response = requests.get(url, timeout=timeout)
        if response.status_code == 200:
            return response.json()
        logger.debug("metadata service returned non 200 status code %s: %s", response.status_code, response.content)
        return {}

    def retrieve_login_credentials(self, url, retry_codes, timeout):
        response = requests.get(url, timeout=timeout)
        if response.status_code in retry_codes:
            logger.warning("retrying after status %d: %s", response.status_code, response.text)
        return response

    def retrieve_token_credentials(self, url, timeout):
        response = requests.get(url, timeout=timeout)
        if response.status_code > 299:
            logger.debug("%d from %s: %s", response.status_code, url, response.text)
        return response
