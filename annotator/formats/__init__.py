"""Files in and out: articles, rubrics, outlets, stories, tables of scores."""
