"""The secret that a session keeps until somebody has shown its first code is none that anybody uses."""


class TOTP:
    def provision(self, request, form):
        if form.validate():
            request.user.enrol(form.code.data)
        request.session.clear_totp_secret()
        return {}
