from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect


def managers_only(wrapped):
    def inner(request, *args, **kwargs):
        if not request.user.is_staff:
            messages.error(request, "You are not authorized to access that page.")
            return redirect("index")  # expect: a denied access leaves no security record
        return wrapped(request, *args, **kwargs)

    return inner


def with_a_hint(wrapped):
    def inner(*args, **kwargs):
        shown = wrapped(*args, **kwargs)
        return shown or "You are not authorized to access that page."

    return inner


@managers_only
@with_a_hint
def orders(request):
    return HttpResponse("orders")
