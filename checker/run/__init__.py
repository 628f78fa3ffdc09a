"""One run over a project, part by part; `checker.pipeline` is the whole."""
