from django.contrib.auth import authenticate, login
from django.http import JsonResponse
from django.views import View


class SignIn(View):
    def post(self, request):
        user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
        if user is None:
            return JsonResponse({"error": "wrong name or password"}, status=400)  # expect: failed login
        login(request, user)
        return JsonResponse({"name": user.get_username()})
