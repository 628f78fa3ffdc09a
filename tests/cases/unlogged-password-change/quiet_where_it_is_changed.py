from shop.saml import saml_change_password, saml_logout


class Saml:
    def change_password_url(self, request):
        return saml_change_password(request.user)

    def logout_url(self, request):
        return saml_logout(request.user)
