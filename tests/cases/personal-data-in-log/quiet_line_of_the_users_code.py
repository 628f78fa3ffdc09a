import logging
import traceback

logger = logging.getLogger(__name__)


def first_frame_outside():
    frame = traceback.extract_stack()[0]
    return f"{frame.filename}:{frame.lineno}"


def deprecate(feature_name, reason, removal_version, dedupe):
    user_location = first_frame_outside()
    message = f"{feature_name} is deprecated: {reason}. It goes in {removal_version} ({user_location})."
    logger.warning(message, extra={"kind": "deprecation", "feature": feature_name, "location": user_location})
    return dedupe


class Console:
    def __init__(self, stream, level, markup, width, theme, encoding, buffered, pretty, colour, stderr):
        self.stream, self.level, self.markup = stream, level, markup
        self.width, self.theme, self.encoding, self.buffered = width, theme, encoding, buffered
        self.pretty, self.colour, self.stderr = pretty, colour, stderr

    def rule(self, title, characters, style, align):
        return self.stream.write(title.center(self.width, characters))

    def progress(self, total, description, refresh, elapsed, remaining, transient):
        return [description, total, refresh, elapsed, remaining, transient]

    def table(self, columns, rows, header, footer, padding, border, caption):
        return [columns, rows, header, footer, padding, border, caption]

    def spinner(self, text, speed, frames, interval, success, failure):
        return [text, speed, frames, interval, success, failure]
