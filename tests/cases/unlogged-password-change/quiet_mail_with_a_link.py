"""Somebody is sent a link to set a password; none is set."""

from pyramid.httpexceptions import HTTPFound
from pyramid.view import view_config

from shop.mail import email_set_password
from shop.settings import get_settings
from shop.users import find_user


@view_config(name="forgotten")
def forgotten(request):
    email_set_password(find_user(request.params["login"]), request)
    return HTTPFound(location=request.url)


@view_config(name="login")
def login(request):
    user = find_user(request.params["login"])
    return get_settings()["shop.reset_password_callback"][0](request, user)
