# file: judging/views/two_factor.py
import webauthn
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse, HttpResponseBadRequest
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from judging.models import WebAuthnCredential


class AttestationView(LoginRequiredMixin, View):
    def post(self, request):
        answer = webauthn.WebAuthnRegistrationResponse(request.POST["credential"], challenge=request.session["challenge"])
        try:
            credential = answer.verify()
        except Exception as error:
            return HttpResponseBadRequest(str(error))
        model = WebAuthnCredential(user=request.profile, public_key=credential.public_key)
        model.save()  # expect: second factor
        return HttpResponse("OK")


class DeleteView(SingleObjectMixin, LoginRequiredMixin, View):
    def post(self, request, *args, **kwargs):
        credential = self.get_object()
        credential.delete()  # expect: second factor
        return HttpResponse()
