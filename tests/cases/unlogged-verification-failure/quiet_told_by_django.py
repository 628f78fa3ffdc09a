from django.core.exceptions import SuspiciousOperation
from django.views import View
from jose import JWSError, jws


class CallbackView(View):
    def _payload_of(self, token):
        try:
            return jws.verify(token, self.key, algorithms=["RS256"])
        except JWSError:
            raise SuspiciousOperation("the token's signature does not hold")

    def get(self, request):
        return self.login(self._payload_of(request.GET["token"]))
