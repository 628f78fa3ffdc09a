import cherrypy


class Shop:
    @cherrypy.expose
    def logout(self):
        cherrypy.log(f"customer {cherrypy.session['number']:d} logs out")
        cherrypy.session["username"] = None

    @cherrypy.expose
    def first_page(self):
        cherrypy.session["username"] = None
        return "who are you?"
