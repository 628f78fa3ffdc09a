from django.contrib.auth.models import User
from django.shortcuts import get_object_or_404
from django.views.generic import CreateView
from rest_framework import viewsets

from shop.forms import StaffForm
from shop.models import Partner
from shop.serializers import UserSerializer


class PartnerStaffCreate(CreateView):  # expect: PartnerStaffCreate() is a generic CreateView of User
    model = User
    form_class = StaffForm

    def dispatch(self, request, *args, **kwargs):
        self.partner = get_object_or_404(Partner, pk=kwargs["partner_pk"])
        return super().dispatch(request, *args, **kwargs)


class UserViewSet(viewsets.ModelViewSet):
    queryset = User.objects.all()
    serializer_class = UserSerializer

    def destroy(self, request, *args, **kwargs):
        return super().destroy(request, *args, **kwargs)

    def perform_destroy(self, instance):
        instance.projects.clear()
        super().perform_destroy(instance)  # expect: perform_destroy() calls perform_destroy()
