# Texts of src/export. Keys begin with the folder's name: export-…

export-column-stage = Stage
export-column-touchpoint = Touchpoint
export-column-visits = Visits
export-column-reached = Reached
export-column-exits = Exits
export-column-exit-rate = Exit rate [95 %]
export-column-score = Score
export-column-score-n = n
export-summary-journeys = { $total } journeys of { $customers } customers: { $goal } goal, { $left } left, { $returned } returned, { $open } open
export-summary-given = { $rows } rows of a summary table: reached, exits and means as given, no paths
export-summary-survey = { $respondents } respondents; a survey has satisfaction but no paths
export-summary-events = { $events } events, { $period }
export-goal-rate = Goal rate
export-bounce-rate = Bounce rate
export-contacted-again = Contacted again
export-no-goal = No touchpoint is marked as goal, so every closed journey counts as an exit at its last step.
export-unmapped = { $count } events that no rule takes:

# Action list
export-action = Action
export-action-owner = Owner
export-action-due = Due
export-action-impact = Impact
export-action-effort = Effort
export-action-votes = Votes
export-action-stage = Stage
export-action-touchpoint = Touchpoint
export-action-pains = Pain points there

# The map as text
export-md-as-is = As-is map: what happens today
export-md-to-be = To-be map: what should happen
export-md-stage = Stage { $number }: { $name }
export-md-touchpoint = { $number }. { $name }
export-md-goal = Goal: here the journey has succeeded
export-md-moment-of-truth = Moment of truth
export-md-drawn = drawn { $value }
export-md-drawn-to-be = to be { $value }
export-md-measured = measured { $value } (n = { $n })
export-md-severity = severity { $severity } of 5
export-md-staff = staff side
export-md-frequency = assumed { $share }
export-md-impact = impact { $impact }, effort { $effort }
export-md-picture = Picture: { $what }
export-md-span = { $count ->
    [one] covers the next touchpoint too
   *[other] covers the next { $count } touchpoints too
}
export-md-votes = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
export-md-evidence-measured = measured
export-md-evidence-quoted = quoted
