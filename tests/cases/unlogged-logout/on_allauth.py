from allauth.account.adapter import get_adapter
from django.http import HttpResponseRedirect
from django.views import View


class SignOutView(View):
    def post(self, request):
        get_adapter(request).logout(request)  # expect: logout
        return HttpResponseRedirect("/")
