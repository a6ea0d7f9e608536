"""What a campaign found: how often it tried, what a person read, and everything that was wrong."""

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """Counts and findings; a campaign in which nothing is ``wrong`` is good."""

    runs: int = 0
    hit: int = 0
    """Runs in which it happened in the middle of something."""
    said: set[str] = field(default_factory=set)
    """Sentences that a person read."""
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        told = f"{self.runs} runs, {self.hit} in the middle of something, {len(self.wrong)} wrong"
        return told + "".join(f"\n    {line}" for line in self.wrong[:10])
