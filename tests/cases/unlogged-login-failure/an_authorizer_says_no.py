class Guarded:
    def __init__(self, authorizer, handler):
        self.authorizer = authorizer
        self.handler = handler

    def handle_request(self, request):
        name, password = request.basic()
        if self.authorizer.authorize((name, password)):  # expect: failed login
            self.handler.serve(request)
        else:
            request.setResponseCode(401)
