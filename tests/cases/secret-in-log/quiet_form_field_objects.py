import logging

from django import forms

logger = logging.getLogger(__name__)


class PasswordChange(forms.Form):
    old_password = forms.CharField(widget=forms.PasswordInput)
    new_password = forms.CharField(widget=forms.PasswordInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        password_field = self.fields["new_password"]
        logger.debug("password field required: %s, label %s", password_field.required, password_field.label)
        logger.debug("password fields: %s", [name for name in self.fields if "password" in name])
