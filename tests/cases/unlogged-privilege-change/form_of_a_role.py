# file: shop/views.py
from django.shortcuts import redirect, render
from shop.forms import GroupForm, UserPermissionsForm


def edit_group(request, group):
    form = GroupForm(request.POST or None, instance=group)
    if form.is_valid():
        form.save()  # expect: rights
        return redirect("/groups")
    return render(request, "group.html", {"form": form})


def permissions(request, user):
    if request.method == "POST":
        form = UserPermissionsForm(request.POST, instance=user)
        if form.is_valid():
            form.save()  # expect: rights
            return redirect("/users")
    else:
        form = UserPermissionsForm(instance=user)
    return render(request, "permissions.html", {"form": form})
