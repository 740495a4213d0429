"""The types that the rooms hand to each other; they depend on nothing but the base."""
