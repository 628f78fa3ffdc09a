import cherrypy

KEY = "_cp_username"


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
            return self.form(name, error_msg)  # expect: a failed login leaves no security record
        cherrypy.session[KEY] = name
        raise cherrypy.HTTPRedirect("/")
