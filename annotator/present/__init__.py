"""From values to what is shown: rows, runs of text, numbers as marks. Nothing here knows a terminal."""
