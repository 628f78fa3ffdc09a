class Refused(Exception):
    status = 0


def connect(host, password):
    error = Refused(f"{host} does not take {password}")
    error.status = 403
    raise error  # expect: the password stands in the text of Refused


def log_in(user, password):
    problem = ValueError("no login as %s with %s" % (user, password))
    raise problem  # expect: the password stands in the text of ValueError


def checked(host, password, known):
    error = None
    if host not in known:
        error = Refused(f"{host} knows no {password}")
    if error is not None:
        raise error  # expect: the password stands in the text of Refused


class Client:
    error_class = None

    def refuse(self, password):
        raise self.error_class(f"wrong password {password}")  # expect: the password stands in the text of error_class
