import cherrypy


class Shop:
    @cherrypy.expose
    def logout(self):
        cherrypy.session["username"] = None  # expect: logout
        cherrypy.session["admin"] = None

    @cherrypy.expose
    def sign_out(self):
        del cherrypy.session["username"]  # expect: sign_out() empties
        raise cherrypy.HTTPRedirect("/")
