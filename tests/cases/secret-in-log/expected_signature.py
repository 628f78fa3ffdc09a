import base64
import hashlib
import hmac
import logging

log = logging.getLogger("hooks")


def sign(key: str, body: bytes) -> str:
    return "sha256=" + hmac.new(key.encode(), body, hashlib.sha256).hexdigest()


def arrived(key: str, body: bytes, given: str) -> bool:
    wanted = sign(key, body)
    if not hmac.compare_digest(wanted, given):
        log.warning("hook refused: %s instead of %s", given, wanted)  # expect: the expected signature reaches log.warning()
        return False
    return True


class Hook:
    def check(self, body: bytes, given: str) -> None:
        expected = base64.b64encode(hmac.new(self.seed, body, "sha512").digest()).decode("ascii")
        if hmac.compare_digest(expected, given):
            return
        log.error(f"signature is {given}, should be {expected}")  # expect: the expected signature
        raise PermissionError("hook")
