class Missing(Exception):
    pass


class Gateway:
    def find(self, payment_method_token):
        if not self.has(payment_method_token):
            raise Missing("payment method with token " + repr(payment_method_token) + " not found")
        return self.get(payment_method_token)

    def configure(self, credentials, secret_requests, signing_key):
        if not isinstance(credentials, dict):
            raise TypeError(f"credentials must be a dict, not {credentials!r}")
        for request in secret_requests:
            if not isinstance(request, Missing):
                raise AssertionError(f"{request} should be another thing")
        if self.key_id != signing_key:
            raise ValueError(f"signed by {signing_key}")

    def login(self, password, access_token):
        if len(password) < 8:
            raise ValueError(f"{password} is too short")  # expect: password
        if not self.knows(access_token):
            raise Missing(f"nobody knows {access_token}")  # expect: token
