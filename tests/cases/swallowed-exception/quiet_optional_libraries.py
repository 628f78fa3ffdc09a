from PIL import Image

try:
    import pillow_heif

    pillow_heif.register_heif_opener()
except Exception:
    pass


def _record_metric(instrument, value, attributes):
    try:
        instrument.record(value, attributes)
    except BaseException:
        pass


def thumbnail(path, instrument):
    _record_metric(instrument, 1, {"path": str(path)})
    return Image.open(path)
