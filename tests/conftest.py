"""What holds for all tests."""

from hypothesis import settings

# Shared machines are slow at any moment: speed is measured by benchmarks, never by a test's clock.
settings.register_profile("archiver", deadline=None)
settings.load_profile("archiver")
