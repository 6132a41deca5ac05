"""Panes that show values handed to them and post messages; none knows a workspace."""
