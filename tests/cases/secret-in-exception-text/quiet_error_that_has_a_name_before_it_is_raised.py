class Refused(Exception):
    def __init__(self, text, password=None):
        super().__init__(text)
        self.password = password


def connect(host, password):
    error = Refused(f"{host} does not take it", password)
    raise error


def again(attempt, password):
    try:
        attempt(password)
    except OSError as caught:
        error = caught
        raise error


def found(make, password):
    error = make(password)
    raise error


def made_elsewhere(problem, password):
    raise problem(password)
