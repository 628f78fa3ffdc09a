import functools

from flask import abort, g


def admin_required(view):
    @functools.wraps(view)
    def wrapped(*args, **kwargs):
        if not g.user.is_admin:
            abort(403)  # expect: denied access
        return view(*args, **kwargs)

    return wrapped
