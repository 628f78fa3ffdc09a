import logging

import cherrypy

from shop.pages import page
from shop.settings import cfg


class LoginPage:
    @cherrypy.expose
    def index(self, **kwargs):
        told = ""
        if kwargs.get("username") == cfg.username() and kwargs.get("password") == cfg.password():
            logging.info("login from %s", cherrypy.request.remote.ip)
            raise cherrypy.HTTPRedirect("/")
        elif kwargs.get("username") or kwargs.get("password"):
            told = "Authentication failed"
            logging.warning("unsuccessful login attempt from %s", cherrypy.request.remote.ip)
        return page("login", told)
