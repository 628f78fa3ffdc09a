from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.generic import DetailView

from texts.models import FontGroup


@method_decorator(login_required, name="dispatch")
class FontGroupDetailView(DetailView):
    model = FontGroup

    def post(self, request, **kwargs):
        self.object = self.get_object()
        self.object.delete()
        return redirect("fonts")
