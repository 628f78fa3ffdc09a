import json
import logging

from django import forms
from django.http import JsonResponse

logger = logging.getLogger(__name__)


class PingForm(forms.Form):
    channel = forms.CharField(required=False)
    fleet_type = forms.CharField(required=False)
    formup_time = forms.CharField(required=False)
    additional_information = forms.CharField(widget=forms.Textarea)


def create_ping(request):
    form = PingForm(data=json.loads(request.body))
    logger.debug(f"ping form: {form.data}")
    if form.is_valid():
        logger.info("ping: %s", form.cleaned_data)
    return JsonResponse({"ok": form.is_valid()})
