from django.contrib.auth.hashers import check_password
from django.views.generic import View
from django.http import JsonResponse


class PasswordPolicy:
    def validate(self, new, current):
        violations = []
        if len(new) < 12:
            violations.append("too short")
        if check_password(new, current):
            violations.append("must differ from the present one")
        return violations


class Recover(View):
    def post(self, request):
        violations = PasswordPolicy().validate(request.POST["new"], request.user.password)
        return JsonResponse({"violations": violations})
