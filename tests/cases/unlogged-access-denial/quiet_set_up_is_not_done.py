from functools import wraps

from flask import abort

from site_settings import accounts, settings


def only_before_set_up(view):
    @wraps(view)
    def decorated(*args, **kwargs):
        if settings().first_run() and (accounts is None or not accounts.customized()):
            return view(*args, **kwargs)
        abort(403)

    return decorated
