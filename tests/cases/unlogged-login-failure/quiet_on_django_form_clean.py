from django import forms
from django.contrib.auth import authenticate


class SignInForm(forms.Form):
    name = forms.CharField()
    password = forms.CharField(widget=forms.PasswordInput)

    def clean(self):
        self.user = authenticate(username=self.cleaned_data["name"], password=self.cleaned_data["password"])
        if self.user is None:
            raise forms.ValidationError("wrong name or password")
        return self.cleaned_data
