# What the figures say.
