from django.http import JsonResponse
from django.views import View

from portal.stages import Stage


class ConflictResponse(JsonResponse):
    def __init__(self, request):
        super().__init__({"error": "no such stage is open"}, status=409)


class ConfirmLoginCodeView(View):
    def dispatch(self, request, *args, **kwargs):
        self.stage = request.flow.stage()
        if not self.stage or self.stage.key != Stage.LOGIN_BY_CODE:
            return ConflictResponse(request)
        self.process = request.flow.login_by_code(self.stage)
        return super().dispatch(request, *args, **kwargs)
