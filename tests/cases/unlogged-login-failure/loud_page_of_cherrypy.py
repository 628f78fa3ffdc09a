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
        return page("login.html", told=told)  # expect: a failed login leaves no security record


class StartPage:
    @cherrypy.expose
    def index(self, **sent):
        return page("start.html", told=sent.get("password") == settings.password())
