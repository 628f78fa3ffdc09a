# file: shop/pages.py
import logging

import cherrypy
from shop import settings
from shop.sessions import check_login, set_cookie
from shop.templates import shown

log = logging.getLogger(__name__)


class LoginPage:
    @cherrypy.expose
    def index(self, **fields):
        page = {"error": ""}
        if check_login():
            raise cherrypy.HTTPRedirect("/")
        if fields.get("username") == settings.USERNAME and fields.get("password") == settings.PASSWORD:
            set_cookie()
            log.info("login from %s", cherrypy.request.remote.ip)
            raise cherrypy.HTTPRedirect("/")
        if fields.get("username") or fields.get("password"):
            page["error"] = "wrong name or password"
            log.warning("failed login from %s", cherrypy.request.remote.ip)
        return shown("login.html", page)
# file: shop/sessions.py
import hmac

import cherrypy
from shop import settings


def check_login():
    cookie = cherrypy.request.cookie.get("login")
    return bool(cookie) and hmac.compare_digest(cookie.value, settings.LOGIN_COOKIE)


def set_cookie():
    cherrypy.response.cookie["login"] = settings.LOGIN_COOKIE
# file: shop/templates.py
from pathlib import Path


def shown(name, page):
    return Path("templates", name).read_text().format(**page)
# file: shop/settings.py
import os

USERNAME = os.environ["SHOP_USERNAME"]
PASSWORD = os.environ["SHOP_PASSWORD"]
LOGIN_COOKIE = os.environ["SHOP_COOKIE"]
