import logging

import cherrypy

logger = logging.getLogger(__name__)
USERS = {}


def check_credentials(username, password):
    if USERS.get(username) == password:
        return None
    logger.warning("login failed for %s from %s", username, cherrypy.request.remote.ip)
    return "Incorrect username or password."


def verify_credentials(username, password):
    if USERS.get(username) == password:
        return None
    return "Incorrect username or password."


class Auth:
    @cherrypy.expose
    def login(self, username=None, password=None, from_page="/"):
        error_msg = check_credentials(username, password)
        if error_msg:
            return self.get_loginform(username, error_msg, from_page)
        cherrypy.session["user"] = username
        logger.info("login of %s", username)
        raise cherrypy.HTTPRedirect(from_page or "/")


class Portal:
    @cherrypy.expose
    def login(self, username=None, password=None, from_page="/"):
        error_msg = verify_credentials(username, password)
        if error_msg:
            return self.get_loginform(username, error_msg, from_page)  # expect: a failed login
        cherrypy.session["user"] = username
        logger.info("login of %s", username)
        raise cherrypy.HTTPRedirect(from_page or "/")
