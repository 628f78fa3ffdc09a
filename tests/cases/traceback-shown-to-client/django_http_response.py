import sys
import traceback

from django.http import HttpResponse


def export(request):
    try:
        return HttpResponse(make())
    except Exception:
        kind, value, trace = sys.exc_info()
        text = "\n".join(traceback.format_tb(trace))
        return HttpResponse(f"<pre>{text}</pre>", status=500)  # expect: trace


def make():
    return b""
