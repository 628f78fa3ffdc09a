# file: shop/views.py
from django.shortcuts import redirect, render
from shop.forms import UserFormWithPassword


def user_view(request):
    form = UserFormWithPassword()
    if request.method == "POST":
        form = UserFormWithPassword(request.POST)
        if form.is_valid():
            form.save()  # expect: created or deleted user
            return redirect("/users")
    return render(request, "user.html", {"form": form})
