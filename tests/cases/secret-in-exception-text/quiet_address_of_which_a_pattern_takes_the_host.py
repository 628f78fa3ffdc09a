import re

PATTERN = re.compile(r"(?P<kind>\w+)://(?P<host>[^/]+)/(?P<path>.+)")


class Mirror:
    def __init__(self, url, password):
        self.url = url
        self.password = password

    def settings(self):
        found = PATTERN.match(self.url)
        if found is None:
            raise ValueError("no mirror is called %s" % self.url)
        return {"host": found.group("host"), "path": found.group("path"), "password": self.password}


def read(line):
    found = re.match(r"(?P<user>\w+) (?P<password>\w+)", line)
    if found is None:
        raise ValueError("no login in %s" % line)
    return found.group("password")
