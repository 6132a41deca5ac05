"""What a person can do, one module for each deed. Front ends call these functions and nothing below them."""
