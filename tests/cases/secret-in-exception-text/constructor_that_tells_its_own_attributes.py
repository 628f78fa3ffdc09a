class CommandError(OSError):
    template = "Command: %(command)s\nExit code: %(code)s"

    def __init__(self, command=None, code=None):
        if not command:
            self.command = "-"
        else:
            self.command = command
        self.code = code
        message = self.template % {"command": self._text(self.command), "code": self.code}
        OSError.__init__(self, message)

    def _text(self, text):
        return text.decode() if isinstance(text, bytes) else text


class RefusedError(Exception):
    def __init__(self, host, password):
        self.host = host
        self.password = password
        super().__init__(f"{self.host} refuses {self.password}")


def unlock(host, password):
    raise CommandError(command=password, code=1)  # expect: the password stands in the text of CommandError


def connect(host, password):
    raise RefusedError(host, password)  # expect: the password stands in the text of RefusedError
