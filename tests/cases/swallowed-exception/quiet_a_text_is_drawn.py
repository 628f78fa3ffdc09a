import logging

logger = logging.getLogger(__name__)


def show_error(txt, error):
    logger.error("the report cannot be shown: %s", error)
    try:
        txt.delete("1.0", "end")
        txt.insert("end", f"The report cannot be shown: {error}")
    except Exception:
        pass
