"""The extra's tests run where it is installed."""

from __future__ import annotations

import pytest

from annotator.alignment.crosslingual import EXTRA, is_installed

needs_extra = pytest.mark.skipif(not is_installed(), reason=f"{EXTRA} is not installed here")
