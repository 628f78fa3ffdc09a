import traceback

from rest_framework.response import Response
from rest_framework.views import APIView


class Import(APIView):
    def post(self, request):
        try:
            rows = self.load(request)
        except Exception:
            return Response({"detail": traceback.format_exc()}, status=500)  # expect: traceback
        return Response({"rows": rows})

    def load(self, request):
        return 0
