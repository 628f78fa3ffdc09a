from django.contrib.auth.views import LogoutView as AuthLogoutView
from django.views.decorators.http import require_POST


@require_POST
def logout_view(request):
    return AuthLogoutView.as_view()(request, template_name="registration/logout.html")  # expect: logout_view() runs LogoutView
