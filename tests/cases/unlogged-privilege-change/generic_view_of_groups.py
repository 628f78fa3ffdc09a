from django.contrib.auth.models import Group
from django.views.generic import UpdateView


class GroupUpdate(UpdateView):  # expect: a change of rights leaves no security record
    model = Group
    fields = ["permissions"]
