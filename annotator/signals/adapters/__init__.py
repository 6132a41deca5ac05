"""Other people's packages that measure text, each behind one module that nothing else imports them past."""
