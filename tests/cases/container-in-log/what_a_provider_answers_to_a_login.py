import logging

import requests

logger = logging.getLogger(__name__)


class OAuth2Client:
    def __init__(self, idp, token_url):
        self.idp = idp
        self.token_url = token_url

    def refresh(self, secret, token_result=None):
        answer = requests.post(self.token_url, data={"grant_type": "refresh_token", "client_secret": secret}, timeout=5)
        logger.info("%s answered %s", self.idp, answer.json())  # expect: reaches logger.info()
        logger.info("it was %s", token_result)  # expect: the token endpoint's response reaches logger.info()
