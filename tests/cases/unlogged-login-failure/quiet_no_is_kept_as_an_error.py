import logging

import cherrypy

KEY = "_cp_username"
logger = logging.getLogger(__name__)


class Pages:
    def __init__(self, credentials):
        self.credentials = credentials

    def check_credentials(self, name, password):
        if (name, password) in self.credentials:
            return None
        return "Incorrect name or password."

    @cherrypy.expose
    def login(self, name=None, password=None):
        if name is None or password is None:
            return self.form("")
        error_msg = self.check_credentials(name, password)
        if error_msg:
            logger.warning("failed login of %s from %s", name, cherrypy.request.remote.ip)
            return self.form(name, error_msg)
        cherrypy.session[KEY] = name
        raise cherrypy.HTTPRedirect("/")
