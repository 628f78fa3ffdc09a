"""A page is not shown to who does not own the thing, and a message says so."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from cook.permissions import is_object_owner


class OwnerRequiredMixin:
    def dispatch(self, request, *args, **kwargs):
        if not is_object_owner(request.user, self.get_object()):
            messages.add_message(request, messages.ERROR, "You cannot change this as it is not owned by you!")
            return HttpResponseRedirect(reverse("index"))  # expect: a denied access leaves no security record
        return super().dispatch(request, *args, **kwargs)
