# file: shop/views.py
from django.http import JsonResponse
from rest_framework.views import APIView


class StaffView(APIView):
    def post(self, request):
        if request.user.is_authenticated:
            if not request.user.is_staff:
                return JsonResponse({}, status=403)  # expect: denied access
        return change(request.data)
