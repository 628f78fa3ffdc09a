class TemplateError(Exception):
    pass


class Compiler:
    def tag(self, token, parser):
        return self.compiled(token, parser)

    def compiled(self, piece, parser):
        return parser.node(name_of(piece))


def name_of(piece):
    if "%}" not in piece:
        raise TemplateError(f"a tag without an end: {piece!r}")
    return piece.partition(" ")[0]
