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
