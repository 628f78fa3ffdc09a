import logging


def _log_method(level):
    methods = {"info": logging.info, "error": logging.error}
    return methods.get(level, logging.info)


def note(text, level="info"):
    emit = _log_method(level)
    emit(text)


def plain(text, level="info"):
    emit = _log_method(level)
    emit(len(text))


def sign_in(user, password):
    note(f"{user} signs in with {password}")  # expect: password
    plain(f"{user} signs in with {password}")


def _chosen(loud):
    if loud:
        return logging.warning
    return logging.debug


def _sender(loud):
    return print if loud else str


def sign_out(user, token_of_user, password):
    _chosen(user == "root")(f"{user} leaves with {password}")  # expect: password
    _sender(False)(password)
