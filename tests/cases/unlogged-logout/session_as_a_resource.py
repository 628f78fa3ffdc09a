from django.contrib.auth import logout
from django.contrib.auth.views import logout_then_login as auth_logout_then_login
from rest_framework.views import APIView


class SessionResource(APIView):
    def delete(self, request):
        logout(request)  # expect: logout
        return 204, {}


def logout_page(request):
    return auth_logout_then_login(request)  # expect: logout
