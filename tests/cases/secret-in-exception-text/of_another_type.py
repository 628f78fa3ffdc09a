"""What is not of the type that a helper asks for is no secret; what is, stands in the text."""


class Client:
    def __init__(self, write_key, host):
        require("write_key", write_key, str)
        filled("write_key", write_key)
        require("host", host, str)
        self.write_key = write_key


def require(name, field, data_type):
    if not isinstance(field, data_type):
        msg = "{0} must have {1}, got: {2}".format(name, data_type, field)
        raise AssertionError(msg)


def filled(name, field):
    if field.strip() != field:
        msg = "{0} must have no blanks around it, got: {1}".format(name, field)
        raise AssertionError(msg)  # expect: API key
