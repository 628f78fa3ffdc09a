import logging

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView

logger = logging.getLogger(__name__)


class Profile(TemplateView):
    template_name = "people/profile.html"

    def dispatch(self, request, *args, username=None, **kwargs):
        if username:
            if request.user.is_staff:
                return super().dispatch(request, *args, username=username, **kwargs)
            if not request.user.username == username:
                logger.warning("%s may not see the profile of %s", request.user.pk, username)
                messages.error(request, "You aren't allowed to view other user profiles!")
            return HttpResponseRedirect(reverse("profile"))
        return super().dispatch(request, *args, username=username, **kwargs)


class Coupon(TemplateView):
    template_name = "people/coupon.html"

    def post(self, request):
        if request.POST["code"] == "":
            messages.error(request, "Coupons aren't allowed to be given to friends and other things.")
        return HttpResponseRedirect(reverse("coupon"))
