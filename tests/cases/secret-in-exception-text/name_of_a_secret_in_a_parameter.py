class Renderer:
    def __init__(self, secret_name):
        self.secret_name = secret_name

    def render(self, found):
        if found is None:
            raise KeyError(f"secret {self.secret_name} is not found")
        return found


class Secrets:
    def __getitem__(self, password):
        return Renderer(password)


class Holder:
    def __init__(self, text):
        self.text = text

    def render(self):
        raise KeyError(f"secret {self.text} is not found")  # expect: password


class Holders:
    def __getitem__(self, password):
        return Holder(password)
