from .common import INSTALLED_APPS
from .logs import LOGGING
