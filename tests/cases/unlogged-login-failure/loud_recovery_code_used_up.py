# file: portal/codes.py
from portal.models import RecoveryCode


def verify_and_consume_recovery_code(user, code):
    row = RecoveryCode.objects.filter(user=user, code=code, used_at__isnull=True).first()
    if not row:
        return False
    row.delete()
    return True
# file: portal/views.py
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from portal.audit import audit
from portal.codes import verify_and_consume_recovery_code


@login_required
def recover(request):
    if request.method == "POST":
        if verify_and_consume_recovery_code(request.user, request.POST.get("code")):
            request.session["second_factor"] = True
            audit(request, "RECOVERY_CODE_USED")
            return redirect("home")
        messages.error(request, "This code is not right.")
        return redirect("recover")  # expect: a failed login leaves no security record
    return render(request, "recover.html")


@login_required
def recover_with_a_record(request):
    if request.method == "POST":
        if verify_and_consume_recovery_code(request.user, request.POST.get("code")):
            request.session["second_factor"] = True
            audit(request, "RECOVERY_CODE_USED")
            return redirect("home")
        audit(request, "RECOVERY_CODE_FAILED")
        return redirect("recover")
    return render(request, "recover.html")
# file: portal/audit.py
from portal.models import AuditLog


def audit(request, action):
    AuditLog.objects.create(actor=request.user, action=action)
