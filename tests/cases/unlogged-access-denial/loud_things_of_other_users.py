from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView


class Profile(TemplateView):
    template_name = "people/profile.html"

    def dispatch(self, request, *args, username=None, **kwargs):
        if username:
            if request.user.is_staff:
                return super().dispatch(request, *args, username=username, **kwargs)
            if not request.user.username == username:
                messages.error(request, "You aren't allowed to view other user profiles!")
            return HttpResponseRedirect(reverse("profile"))  # expect: a denied access leaves no security record
        return super().dispatch(request, *args, username=username, **kwargs)
