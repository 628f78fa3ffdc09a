import ipaddress
import urllib.robotparser


class Crawler:
    def __init__(self, agent, counters):
        self.agent = agent
        self.counters = counters

    def allowed_by_robots(self, address):
        try:
            rules = urllib.robotparser.RobotFileParser(address)
            rules.read()
            return rules.can_fetch(self.agent, address)
        except Exception:
            return True

    def is_private(self, text):
        try:
            return ipaddress.ip_address(text).is_private
        except Exception:
            return True

    def is_permitted(self, user, document):
        try:
            return document.rules.allow(user)
        except Exception:
            return False


class RateLimiter:
    def __init__(self, counters):
        self.counters = counters

    def is_allowed(self, key):
        try:
            return self.counters.increase(key) < 10
        except Exception:
            return True
