import logging

from django import forms
from django.http import JsonResponse
from django.views.generic import FormView
from flask_wtf import FlaskForm
from rest_framework import serializers
from rest_framework.views import APIView
from wtforms import IntegerField, StringField
from wtforms.validators import DataRequired, Regexp

logger = logging.getLogger(__name__)


class Search(forms.Form):
    term = forms.CharField()
    order = forms.CharField(validators=[forms.RegexValidator("^[a-z]+$")])
    page = forms.IntegerField()
    mail = forms.EmailField()


class SearchView(FormView):
    form_class = Search

    def form_valid(self, form):
        logger.info("search for %s", form.cleaned_data["term"])  # expect: cleaned_data
        logger.info("page %s by %s for %s", form.cleaned_data["page"], form.cleaned_data["order"], form.cleaned_data["mail"])
        return super().form_valid(form)


def search(request):
    form = Search(request.GET)
    if form.is_valid():
        logger.info("search for %s", form.cleaned_data.get("term"))  # expect: cleaned_data
        logger.info("search for %r", form.cleaned_data.get("term"))
    return JsonResponse({})


class ThingSerializer(serializers.Serializer):
    title = serializers.CharField()
    count = serializers.IntegerField()


class ThingView(APIView):
    def post(self, request):
        serializer = ThingSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        logger.info("%s times", serializer.validated_data["count"])
        logger.info("thing %s", serializer.validated_data["title"])  # expect: validated_data
        return JsonResponse({})


class NameForm(FlaskForm):
    name = StringField("name", validators=[DataRequired()])
    code = StringField("code", validators=[DataRequired(), Regexp("^[A-Z]+$")])
    age = IntegerField("age")


def named():
    form = NameForm()
    if form.validate_on_submit():
        logger.info("code %s, age %s", form.code.data, form.age.data)
        logger.info("name %s", form.name.data)  # expect: form.name.data
    return ""
