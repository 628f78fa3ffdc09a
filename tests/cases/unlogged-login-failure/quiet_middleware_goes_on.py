from django.contrib.auth import authenticate
from django.utils.cache import patch_vary_headers


class TokenMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.META.get("HTTP_AUTHORIZATION"):
            user = authenticate(request=request)
            if user:
                request.user = user
        response = self.get_response(request)
        patch_vary_headers(response, ("Authorization",))
        return response
