from django.shortcuts import redirect, render

from shop.models import Registration


def activate(request, key):
    try:
        registration = Registration.objects.get(activation_key=key)
    except Registration.DoesNotExist:
        return render(request, "activation_failed.html")  # expect: does not verify
    registration.finish()
    return redirect("login")
