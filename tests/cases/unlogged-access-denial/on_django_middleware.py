from django.http import HttpResponse


class OnlyStaffMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith("/staff/") and not request.user.is_staff:
            return HttpResponse("no", status=403)  # expect: denied access
        return self.get_response(request)
