"""Values that every layer speaks of: frozen, without behaviour that needs anything else."""
