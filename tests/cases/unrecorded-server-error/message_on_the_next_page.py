from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render


def connect(request, tracker, form):
    if form.is_valid():
        try:
            tracker.login(form.cleaned_data["url"], form.cleaned_data["password"])
            tracker.register(form.cleaned_data["project"])
        except Exception:  # expect: answered with a message to the user
            messages.add_message(request, messages.ERROR, "The tracker could not be connected.")
            return render(request, "tracker.html", {"form": form})
    return HttpResponseRedirect("/")


def say_what(request, tracker):
    try:
        tracker.register(request.POST["project"])
    except Exception as error:
        messages.error(request, f"not registered: {error}")
    return HttpResponseRedirect("/")


def warn(request, tracker):
    try:
        tracker.register(request.POST["project"])
    except Exception:
        messages.add_message(request, messages.INFO, "not yet")
    return HttpResponseRedirect("/")
