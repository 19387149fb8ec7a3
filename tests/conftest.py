"""What every test shares: a cache of its own and the settings of property tests."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Set before any module of the package is used and inherited by the workers of pytest-xdist, so
# that tests never read or write the cache of whoever runs them, yet compile each pack only once.
if "CHECKER_CACHE_DIR" not in os.environ:
    os.environ["CHECKER_CACHE_DIR"] = tempfile.mkdtemp(prefix="checker-test-cache-")
    atexit.register(shutil.rmtree, os.environ["CHECKER_CACHE_DIR"], ignore_errors=True)
for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(name, None)

# No deadline: workers share their cores with whatever else runs on the machine.
settings.register_profile("default", deadline=None)
settings.register_profile(
    "fuzz", deadline=None, max_examples=5000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("default")


@pytest.fixture(scope="session", autouse=True)
def _keep_compiled_modules() -> None:
    """
    Let the commands that tests start keep their compiled modules, in the cache of the tests.

    Users have compiled modules. Where the machine is told to keep none, each of some hundred
    commands would compile the whole package, which takes longer than what it does.
    """
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(os.environ["CHECKER_CACHE_DIR"], "modules"))


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Compare a whole output with a file in `tests/snapshots/`."""

    def compare(name: str, output: str) -> None:
        path = Path(__file__).parent / "snapshots" / name
        if os.environ.get("UPDATE_SNAPSHOTS"):
            path.write_text(output, encoding="utf-8")
        assert output == path.read_text(encoding="utf-8"), f"{name} differs"

    return compare
