"""A field that takes an address takes no line break."""

import logging

from django import forms

logger = logging.getLogger(__name__)


class FeedForm(forms.Form):
    feed = forms.URLField()


def feed(request):
    form = FeedForm(request.POST)
    if form.is_valid():
        logger.info("feed %s", form.cleaned_data["feed"])
