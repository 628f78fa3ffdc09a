import logging
import time

logger = logging.getLogger("ratelimit")


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate = rate
        self.tokens = burst
        self.last = time.monotonic()

    def take(self, tokens=1):
        now = time.monotonic()
        self.tokens += (now - self.last) * self.rate
        self.last = now
        if tokens > self.tokens:
            logger.info("limit reached: %.1f tokens left, %d wanted", self.tokens, tokens)
            return False
        self.tokens -= tokens
        return True
