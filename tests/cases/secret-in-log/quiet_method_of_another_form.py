"""A method that must be given more than the call gives is not the one that is called."""

import logging


class SignatureVerifier:
    def __init__(self, key):
        self.key = key
        self.logger = logging.getLogger(__name__)

    def check_signed(self, client_name, token, signature):
        try:
            return self.key.check(client_name + token, signature)
        except ValueError as error:
            self.logger.error("cannot verify %s: %s", client_name, type(error).__name__)
            return False


class Attestations:
    def __init__(self, verifiers):
        self.verifiers = verifiers

    def validate(self, site, claim):
        access_token = claim.get("access_token", "")
        verifier = self.verifiers.get(site)
        return verifier is not None and verifier.check_signed(access_token)
