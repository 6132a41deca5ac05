"""Commands run in an empty folder."""

from tests.cli.conftest import here as here
from tests.cli.conftest import run as run
