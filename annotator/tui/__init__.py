"""The app in the terminal. Only this package knows Textual."""
