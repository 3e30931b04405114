# What the figures say.

insights-customer = Customer { $name }
insights-rate = { $share } [{ $low }–{ $high }], { $count } of { $of }

insights-arc-drawn = as drawn
insights-arc-skip = skips ahead
insights-arc-loop = the same again
insights-arc-back = goes back

insights-course-reached = Reached
insights-course-on = On course
insights-course-uncertain = Uncertain
insights-course-off = Off course
insights-course-missed = Missed
insights-course-not-yet = Not reached yet
insights-course-no-data = Not measured

insights-suggestion-missing = { $journeys } journeys have “{ $event }” ({ $events } times), and the map does not{ $place ->
    [after] : mostly after “{ $after }”
   *[first] {""}
}.
insights-suggestion-unvisited = Nobody in the data comes to “{ $name }”.
insights-suggestion-order = { $so } of { $of } journeys that meet both come to “{ $first }” before “{ $then }”; it is drawn the other way round.

insights-what-if = The goal rate would go from { $now } to { $then }: { $more } more of these journeys.
insights-what-if-worth = One point fewer leaving at “{ $name }” is worth { $points } points of the goal rate.
insights-what-if-assumption = If where customers go next depends on where they are alone, and those who stay go on as the others do. Rather an upper bound.

insights-solved = Solved in the first channel: { $rate } closed journeys with a contact.
insights-contained = Self-service was enough: { $rate } closed journeys that used it.
insights-silent = No contact within 14 days after a low score: { $rate } low scores.
insights-estimated = estimated from words
