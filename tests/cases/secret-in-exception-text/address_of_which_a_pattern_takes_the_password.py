import re

PATTERNS = (
    re.compile(r"(?P<kind>\w+)://(?P<user>[^:]+):(?P<password>[^@]+)@(?P<host>.+)"),
    re.compile(r"(?P<kind>\w+):(?P<host>[^;]+);user=(?P<user>[^;]+);password=(?P<password>.+)"),
)


class Stock:
    def __init__(self, url):
        self.url = url

    def settings(self):
        for pattern in PATTERNS:
            found = pattern.match(self.url)
            if found is not None:
                break
        else:
            raise ValueError("no database is called %s" % self.url)  # expect: the address stands in the text of ValueError
        return {"user": found.group("user"), "password": found.group("password"), "host": found.group("host")}
