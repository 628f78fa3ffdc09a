import sys


class Connection:
    def __init__(self, host, password):
        self.host = host
        self.password = password

    def open(self):
        print("connecting to", self.host)
        print("with", self.password)  # expect: password
        sys.stdout.write(self.password)  # expect: password
        sys.stderr.write(f"cannot log in with {self.password}\n")  # expect: password
