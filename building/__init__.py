"""What happens as a wheel is built: it gets a bill of materials and, where it can be, compiled modules."""
