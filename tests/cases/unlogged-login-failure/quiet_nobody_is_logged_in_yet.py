from django.contrib.auth import views as auth_views
from django.http import JsonResponse
from django.views import View


class Profile(View):
    def get(self, request):
        answer = JsonResponse({"name": request.user.username})
        if request.user.is_authenticated:
            return answer
        answer.status_code = 401
        return answer


class Wall(auth_views.PasswordChangeView):
    def dispatch(self, request, *args, **kwargs):
        answer = super().dispatch(request, *args, **kwargs)
        if not request.user.is_authenticated:
            answer.status_code = 401
        return answer
