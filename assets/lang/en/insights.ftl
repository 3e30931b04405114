# What the figures say, in plain sentences: "seen before", "associated with", never "causes".

insights-item-touchpoint = “{ $name }”
insights-item-with-channel = “{ $name }” in { $channel }
insights-item-switch = a switch from { $from } to { $to }
insights-item-long-wait = a long wait at “{ $name }”
insights-item-low-score = a low score at “{ $name }”
insights-item-contacted-again = asking again after “{ $name }”

insights-group-all = all journeys
insights-group-channel = journeys in { $channel }
insights-group-segment = journeys with { $column } { $value }

insights-slump = From { $from } to { $to }, only { $within } of those who got to “{ $name }” reached the goal, against { $otherwise } at other times ({ $group }, { $n } in that time).
insights-change = { $place ->
    [touchpoint] { $figure } at “{ $name }”
   *[map] { $figure }
} went from { $before } (from { $from }) to { $after } (from { $to }): { $points } points.
insights-pattern = Of journeys { $base ->
    [touchpoint] through “{ $name }” with
   *[map] with
} { $pattern } before the end, { $share } left: { $odds } times the odds of the others, { $n } journeys.
insights-pain = Where “{ $pain }” is met at “{ $name }”, { $with } left there, against { $without } otherwise ({ $n } journeys).
insights-exits = Of the { $n } journeys that got to “{ $name }”, { $here } left there; elsewhere it is { $elsewhere }.
insights-group = Of { $n } { $group }, { $share } reached the goal, against { $others } of the others.
insights-satisfaction = At “{ $name }”, { $here } of { $n } answers are satisfied ones; elsewhere it is { $elsewhere }.
insights-card-slump = { $among ->
    [all] Only { $within } reached the goal
   *[group] Only { $within } of { $group } reached the goal
}, { $otherwise } at other times ({ $from } to { $to })
insights-card-change = { $figure }: { $before } → { $after }
insights-card-pattern = { $share } left after { $pattern }, { $others } otherwise
insights-card-pain = { $pain }: { $with } left, { $without } otherwise
insights-card-exits = { $here } left here, { $elsewhere } elsewhere
insights-card-group = { $share } of { $group } reached the goal, { $others } of the others
insights-card-satisfaction = { $here } satisfied here, { $elsewhere } elsewhere
insights-finding-hidden = It rests on counts that are too small to be told.
insights-evidence = { $value } points [{ $low }, { $high }], n { $n }{ $small ->
    [yes]  (small)
   *[no] {""}
}, q { $q }

insights-rule-slump = All stretches of days are tried; chance is judged by dealing the outcomes out anew, over all touchpoints and groups.
insights-rule-change = Two ranges of time; difference of shares with Newcombe’s interval.
insights-rule-pattern = The last six visits before the end, against those before the goal; odds ratio, Fisher’s test or chi-square.
insights-rule-pain = Exit rate at the touchpoint of journeys that meet the pain’s rule, against the others there.
insights-rule-exits = Exit rate here against all other touchpoints together.
insights-rule-group = Goal rate of these journeys against all others.
insights-rule-satisfaction = Satisfied share here against all other touchpoints together.

insights-kind-slump = Went worse for a time
insights-kind-better = Better than before
insights-kind-worse = Worse than before
insights-kind-pattern = Before they leave
insights-kind-pain = Pain point
insights-kind-exits = More leave here
insights-kind-group-better = Does better
insights-kind-group-worse = Does worse
insights-kind-satisfied-better = More are satisfied here
insights-kind-satisfied-worse = Fewer are satisfied here
insights-heading = { $kind }: { $name }
insights-share-left = Share that left
insights-share-goal = Share that reached the goal
insights-share-satisfied = Share of satisfied answers
insights-other-times = at other times
insights-others = the others
insights-elsewhere = elsewhere
insights-range = from { $from }
insights-these-days = in these days

insights-quoted = “{ $words }”
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
insights-what-if-assumption = This takes for granted that where customers go next depends only on where they are, and that those who stay go on as the others do: read it as an upper bound.

insights-solved = Solved in the first channel: { $rate } closed journeys with a contact.
insights-contained = Self-service was enough: { $rate } closed journeys that used it.
insights-silent = No contact within 14 days after a low score: { $rate } low scores.
insights-estimated = estimated from words

insights-sign-outdated-journey = Outdated journey
insights-sign-low-retention = Low retention
insights-sign-high-bounce = High bounce
insights-sign-weak-satisfaction = Weak satisfaction
insights-sign-demographics-only = Demographics only
insights-sign-inconsistent-service = Inconsistent service
insights-sign-customers-drifting-away = Customers drifting away
insights-sign-staff-drifting-away = Staff drifting away
insights-sign-no-goals = No goals
insights-verdict-no-data = No data
insights-verdict-fine = Fine
insights-verdict-watch = Watch
insights-verdict-needs-work = Needs work
insights-missing-day-of-review = Say on which day the map was last reviewed.
insights-missing-times = A column with the time would tell.
insights-missing-returns = Customers who come more than once would tell: an answer to a survey is one visit.
insights-missing-months = Four whole months of data would tell.
insights-missing-closed-journeys = Journeys with a time, a customer and a goal would tell.
insights-missing-scores = A column with scores would tell.
insights-missing-segments = A segment column would tell.
insights-missing-channels-and-scores = Columns with the channel and with scores would tell.
insights-missing-agents = A column with the agent would tell.
insights-reading-review = { $days } days from the review to the newest data (limit { $limit })
insights-reading-drift = visits have drifted by { $distance } since (limit { $limit }; 0 = alike, 1 = nothing in common)
insights-reading-retention = { $now } of { $n } customers of { $month } came again the month after, { $before } in the three months before (difference { $low } to { $high } points){ $wanted ->
    [yes] ; target { $target }
   *[no] {""}
}
insights-reading-bounce = { $share } of { $n } closed journeys end after one visit [{ $low }, { $high }] (limit { $limit })
insights-reading-satisfied = { $share } of { $n } answers are satisfied ones [{ $low }, { $high }] (limit { $limit })
insights-reading-weekly-trend = { $slope } points a week over { $weeks } weeks (p { $p })
insights-reading-tells = of what customers do, { $behaviour } about who leaves; of who they are, { $demographics } (limit { $limit } times as much)
insights-reading-tells-column = “{ $column }” tells most ({ $share })
insights-reading-tells-nothing = nothing tells
insights-reading-bound = { $n ->
    [one] { $demographic } of 1 column of personas and filters says who customers are
   *[other] { $demographic } of { $all } columns of personas and filters say who customers are
}
insights-reading-uneven = at “{ $name }”, { $better } is rated { $points } points over { $worse } [{ $low }, { $high }]
insights-reading-two-channels = { $share } of { $n } journeys with a contact went on in another channel within seven days
insights-reading-monthly-trend = { $slope } active customers a month over { $months } months (p { $p })
insights-reading-silent = { $share } of { $n } regular customers have been silent for over twice their usual time
insights-reading-agents-left = { $gone } of { $of } agents of the month before were not seen in { $month } (limit { $limit })
insights-reading-load = { $now } contacts per agent and hour, { $before } the month before (limit +{ $limit })
insights-reading-staff-votes = { $pains ->
    [0] no pain points of staff on the map
    [one] { $votes } votes on 1 pain point of staff
   *[other] { $votes } votes on { $pains } pain points of staff
}
insights-reading-goals = { $touchpoints ->
    [0] no touchpoint is marked as the goal
    [one] 1 touchpoint is marked as a goal
   *[other] { $touchpoints } touchpoints are marked as goals
}; { $targets ->
    [0] no target is set
    [one] 1 target is set
   *[other] { $targets } targets are set
}{ $targets ->
    [0] {""}
   *[other] , { $missed } missed now or by forecast
}

# A sign in short, standing large above its sentences.
insights-reading-hidden = a count that is too small to be told
insights-figure-days = { $days ->
    [one] 1 day
   *[other] { $shown } days
}
insights-figure-weekly = { $slope } points a week
insights-figure-monthly = { $slope } a month
insights-figure-points = { $points } points
insights-figure-of = { $part } of { $whole }
insights-figure-neither-tells = neither tells
insights-figure-one-tells = { $more ->
    [does] behaviour alone
   *[is] demographics alone
}
insights-figure-tells-more = { $more ->
    [does] behaviour { $times } ×
   *[is] demographics { $times } ×
}
insights-figure-goals = { $touchpoints ->
    [0] no goal
    [one] 1 goal
   *[other] { $touchpoints } goals
}, { $targets ->
    [0] no target
    [one] 1 target
   *[other] { $targets } targets
}

insights-language-english = English
insights-language-turkish = Turkish
insights-language-polish = Polish
insights-language-german = German
insights-language-spanish = Spanish
insights-language-french = French
insights-language-italian = Italian
insights-language-dutch = Dutch
insights-language-portuguese = Portuguese
