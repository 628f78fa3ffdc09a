from django.shortcuts import redirect, render

from payroll.forms import LoanAccountForm
from payroll.models import LoanAccount


def create_loan(request):
    instance = LoanAccount.objects.filter(id=request.GET.get("id")).first()
    form = LoanAccountForm(request.POST or None, instance=instance)
    if form.is_valid():
        form.save()
        return redirect("loans")
    return render(request, "payroll/loan.html", {"form": form})
