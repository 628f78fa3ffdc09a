import hashlib
import hmac
import logging

log = logging.getLogger("hooks")


def visited(key: bytes, visitor: str) -> str:
    pseudonym = hmac.new(key, visitor.encode(), hashlib.sha256).hexdigest()
    log.info("visited by %s", pseudonym)
    return pseudonym


def arrived(key: bytes, body: bytes, given: str) -> bool:
    wanted = hmac.new(key, body, hashlib.sha256).hexdigest()
    same = hmac.compare_digest(wanted, given)
    log.info("hook: %s, signature %s, %s characters", same, given, len(wanted))
    log.info("hook ends in %s", wanted[-4:])
    return same


def complete(body: bytes, given: str) -> bool:
    expected = hashlib.sha256(body).hexdigest()
    if not hmac.compare_digest(expected, given):
        log.warning("checksum is %s, should be %s", given, expected)
        return False
    return True
