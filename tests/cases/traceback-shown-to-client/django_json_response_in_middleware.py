import traceback

from django.http import JsonResponse


class ErrorsAsJson:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        return JsonResponse({"error": traceback.format_exc()}, status=500)  # expect: traceback
