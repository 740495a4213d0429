"""What an audit tells, line by line."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """What was found, told as it comes."""

    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def tell(self, name: str, found: object, reach: str, reached: bool) -> None:
        """One measure."""
        self.missed += not reached
        print(f"{'ok  ' if reached else 'MISS'} {name}: {found} (reach: {reach})", flush=True)

    def skip(self, name: str, why: str) -> None:
        """One measure that could not be taken."""
        print(f"--   {name}: not measured, {why}", flush=True)
