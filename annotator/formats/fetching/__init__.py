"""Pages from the web, fetched politely and within bounds."""
