"""A check of types tells a value of the wrong type, whatever the parameter is called."""


def required(**types):
    def decorate(function):
        def checked(*args, **kwargs):
            for key, value in kwargs.items():
                if not isinstance(value, types[key]):
                    raise TypeError("arg %s=%r does not match %s" % (key, value, types[key]))
            return function(*args, **kwargs)

        return checked

    return decorate


@required(flavor=str, admin_password=str)
def create(flavor, admin_password=None):
    return flavor


def make(flavor, admin_password):
    return create(flavor=flavor, admin_password=admin_password)
