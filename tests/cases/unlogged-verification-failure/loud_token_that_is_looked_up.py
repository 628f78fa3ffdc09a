from django.http import HttpResponse, JsonResponse
from django.views import View

from hall.models import RefreshToken, Token


class TokenMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        header = request.headers.get("authorization", "")
        if header.startswith("Bearer "):
            try:
                token = Token.objects.get(token=header[7:], revoked=None)
            except Token.DoesNotExist:
                return HttpResponse("that token is no good", status=400)  # expect: does not verify
            request.user = token.user
        return self.get_response(request)


class Refresh(View):
    def post(self, request):
        kept = RefreshToken.objects.filter(token=request.POST["token"]).first()
        if kept is None:
            return JsonResponse({"error": "no such token"}, status=400)  # expect: does not verify
        return JsonResponse({"user": kept.user_id})


class TokenRows(View):
    def get(self, request, number):
        kept = Token.objects.filter(key=number).first()
        if kept is None:
            return JsonResponse({"error": "no such row"}, status=404)
        return JsonResponse({"user": kept.user_id})


class RevokeRefresh(View):
    def post(self, request):
        kept = RefreshToken.objects.filter(token=request.POST["token"]).first()
        if kept is None:
            return JsonResponse({"error": "no such token"}, status=400)
        return JsonResponse({})
