# What the figures say.

insights-customer = Customer { $name }
