class Store:
    def __init__(self, host, password):
        self.host = host
        self.password = password

    def connect(self):
        print("connecting to your host", self.host, "with", self.password)  # expect: the password reaches print()
        print(f"password: {self.password}")  # expect: the password reaches print()
