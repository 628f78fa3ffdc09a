import logging

import cherrypy

from shop import settings
from shop.pages import page


class LoginPage:
    @cherrypy.expose
    def index(self, **sent):
        told = ""
        if sent.get("username") == settings.username() and sent.get("password") == settings.password():
            cherrypy.session["user"] = sent["username"]
            raise cherrypy.HTTPRedirect("/")
        elif sent.get("username") or sent.get("password"):
            told = "Authentication failed, check username and password."
            logging.warning("Unsuccessful login of %r from %s", sent.get("username"), cherrypy.request.remote.ip)
        return page("login.html", told=told)
