class RequestContext:
    def __init__(self, request, roles, is_admin):
        self.request = request
        self.roles = roles
        if is_admin and "admin" not in self.roles:
            self.roles.append("admin")
