"""What a project shows for each requirement of the packs in force: which are met, which violated, and where nobody can tell."""

from checker.coverage.evidence import subjects
from checker.coverage.judging import Findings, judged
from checker.coverage.model import Coverage, Examined, Judged, Looked, Seen, Verdict

__all__ = ["Coverage", "Examined", "Findings", "Judged", "Looked", "Seen", "Verdict", "judged", "subjects"]
