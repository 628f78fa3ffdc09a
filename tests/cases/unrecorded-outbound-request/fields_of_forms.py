"""An address that stands in a form's field: that it is one says nothing of where it leads."""

from urllib.request import urlopen

import requests
from django import forms
from django.http import HttpResponse
from flask import Flask
from flask_wtf import FlaskForm
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView
from wtforms import StringField, URLField

app = Flask(__name__)


class PictureForm(FlaskForm):
    url = StringField("Address")
    banner = URLField("Banner")


@app.post("/picture")
def picture():
    form = PictureForm()
    if not form.validate_on_submit():
        return "", 400
    with urlopen(form.url.data) as answer:  # expect: urlopen() asks an address that a client controls
        return answer.read()


@app.post("/banner")
def banner():
    form = PictureForm()
    return requests.get(form.banner.data, timeout=5).content  # expect: asks an address that a client controls


class FeedForm(forms.Form):
    feed = forms.URLField()


def feed(request):
    form = FeedForm(request.POST)
    if form.is_valid():
        return HttpResponse(requests.get(form.cleaned_data["feed"], timeout=5).text)  # expect: asks an address that a client controls
    return HttpResponse(status=400)


class HookSerializer(serializers.Serializer):
    target = serializers.URLField()


class Hooks(APIView):
    def post(self, request):
        serializer = HookSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        answer = requests.post(serializer.validated_data["target"], timeout=5)  # expect: asks an address that a client controls
        return Response({"status": answer.status_code})
