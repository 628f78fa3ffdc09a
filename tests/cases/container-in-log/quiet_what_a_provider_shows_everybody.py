import logging

import requests

logger = logging.getLogger(__name__)


class OAuth2Client:
    def __init__(self, idp, discovery_url):
        self.idp = idp
        self.discovery_doc = requests.get(discovery_url, timeout=5)

    def get_endpoint_from_discovery(self, key, default):
        found = self.discovery_doc.json().get(key)
        if not found:
            logger.warning("no %s of %s in %s", key, self.idp, self.discovery_doc.json())
        return found or default

    def after_login(self, policies, username_field, token_result=None):
        username = token_result.get(username_field)
        logger.info("took the policy away from %s", username)
        policies.remove(username)
