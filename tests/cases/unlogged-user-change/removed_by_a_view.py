from django.contrib.auth.models import User
from django.shortcuts import get_object_or_404, redirect


def close(request, pk):
    person = get_object_or_404(User, pk=pk)
    person.delete()  # expect: close() calls delete()
    return redirect("people")


def take_in(request):
    names = request.POST.getlist("name")
    User.objects.bulk_create([User(username=name) for name in names])  # expect: take_in() calls bulk_create()
    return redirect("people")


def archive(request, pk):
    report = get_object_or_404(Report, pk=pk)
    report.delete()
    return redirect("reports")
