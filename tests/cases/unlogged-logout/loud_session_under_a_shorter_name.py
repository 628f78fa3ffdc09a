import cherrypy

SESSION_KEY = "_cp_username"


class Pages:
    @cherrypy.expose
    def logout(self, from_page="/"):
        sess = cherrypy.session
        sess[SESSION_KEY] = None  # expect: a logout leaves no security record
        raise cherrypy.HTTPRedirect(from_page)
