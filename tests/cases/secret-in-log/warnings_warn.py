import warnings


class Client:
    def __init__(self, url, passphrase=None):
        if passphrase and not url.startswith("https://"):
            warnings.warn(f"passphrase {passphrase!r} will be sent in the clear", stacklevel=2)  # expect: password|passphrase
        self.url = url
        self._passphrase = passphrase
