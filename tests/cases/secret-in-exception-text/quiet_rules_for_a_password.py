import re


class ValidationError(Exception):
    pass


def check(value, settings):
    if sum(one.isdigit() for one in value) < settings.LOCAL_PASSWORD_MIN_DIGITS:
        raise ValidationError(f"at least {settings.LOCAL_PASSWORD_MIN_DIGITS} digits are needed")
    if len(re.findall("[^a-z0-9]", value)) < getattr(settings, "PASSWORD_MINIMUM_SYMBOLS", 1):
        raise ValidationError(f"at least {settings.PASSWORD_MINIMUM_SYMBOLS} symbols are needed")
