import logging.config

from django.http import HttpResponse

logging.config.dictConfig(
    {
        "version": 1,
        "formatters": {"json": {"()": "pythonjsonlogger.jsonlogger.JsonFormatter"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": "INFO"},
    }
)
logger = logging.getLogger(__name__)


def search(request):
    logger.info("search for %s", request.GET.get("q"))
    return HttpResponse(status=204)
