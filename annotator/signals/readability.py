"""Reading ease."""
from annotator.model.findings import Unavailable
def measure(context, findings):
    return Unavailable("not yet measured.")
