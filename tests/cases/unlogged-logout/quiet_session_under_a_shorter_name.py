import cherrypy

SESSION_KEY = "_cp_username"


class Pages:
    @cherrypy.expose
    def logout(self, from_page="/"):
        sess = cherrypy.session
        name = sess.get(SESSION_KEY)
        sess[SESSION_KEY] = None
        cherrypy.log(f"{name} logged out")
        raise cherrypy.HTTPRedirect(from_page)
