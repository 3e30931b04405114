# Texts of src/scene. Keys begin with the folder's name: scene-…

# Headings of the rows and what they show.
scene-steps = Steps
scene-steps-what = what { $name } does
scene-steps-what-customers = what customers do
scene-channels = Channels
scene-channels-what = where
scene-emotion = Emotion
scene-emotion-what = drawn  ·  measured
scene-emotion-what-drawn = drawn by the team
scene-exits = Exits
scene-exits-what = of those who got here
scene-satisfaction = Satisfaction
scene-satisfaction-what = of scored visits
scene-pains = Pain points
scene-pains-what = severity × frequency
scene-opportunities = Opportunities
scene-opportunities-what = impact / effort
scene-quotes = Quotes
scene-quotes-what = what customers say
scene-thoughts = Thoughts
scene-thoughts-what = what customers think
scene-notes = Notes
scene-notes-what = from the room
scene-images = Pictures
scene-images-what = seen on the way
scene-backstage = Backstage
scene-backstage-what = what staff does
scene-metrics = Metrics
scene-metrics-what = typed in
scene-ways = Actual paths
scene-ways-back = back and again
scene-pace = Time to scale
scene-line-of-visibility = line of visibility

# Parts of a picture, for programs that show what it is made of.
scene-section-background = Background
scene-section-header = Title
scene-section-stages = Stages
scene-section-touchpoints = Touchpoints
scene-section-changes = Changes
scene-section-footer = Legend and source
scene-section-source = Source

# Slides.
scene-slide-source = Source: { $source }
scene-slide-stage = Stage
scene-slide-in-stage = Stage { $name }
scene-slide-touchpoints = { $count ->
    [one] 1 touchpoint
   *[other] { $count } touchpoints
}
scene-slide-what-hurts = What hurts
scene-slide-severity = { $value } of 5
scene-slide-what-we-do = What we do
scene-slide-due = due { $day }
scene-slide-impact-effort = impact { $impact }, effort { $effort }
scene-slide-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
scene-slide-exit = { $share } leave at “{ $name }”
scene-slide-guessed = the team had guessed { $share }
scene-slide-guessed-mean = the teams had guessed { $share } on average
scene-slide-highlight = Highlight
scene-slide-before = Before they leave
scene-slide-times = { $ratio }×
scene-slide-step-before = The step before
scene-slide-worse = { $count ->
    [one] Customers feel worse than drawn at the only touchpoint that tells
   *[other] Customers feel worse than drawn at { $worse } of { $count } touchpoints
}
scene-slide-better = { $count ->
    [one] Customers feel as drawn or better at the only touchpoint that tells
   *[other] Customers feel as drawn or better at { $better } of { $count } touchpoints
}
scene-slide-gaps = { $count ->
    [one] The largest gap
   *[other] The { $count } largest gaps
}
scene-slide-gaps-what = Between what the team drew or guessed and what is measured
scene-slide-drawn = drawn { $value }
scene-slide-measured = measured { $value }
scene-slide-exit-guessed = exits guessed { $share }
scene-slide-points = { $points } points
scene-slide-actions = What we do next
scene-slide-actions-what = { $count ->
    [one] 1 action
   *[other] { $count } actions
}
scene-slide-part = { $part } of { $count }
scene-slide-action = What
scene-slide-where = Where
scene-slide-who = Who
scene-slide-until = Until
scene-slide-gain = Impact / effort
scene-slide-open = open

# In collapsed rows.
scene-collapsed-channels = { $count ->
    [one] 1 channel
   *[other] { $count } channels
}
scene-collapsed-curves = { $count ->
    [one] 1 curve
   *[other] { $count } curves
}

# In rows and cards.
scene-no-data = No data yet
scene-concealed = Measured figures are hidden
scene-pain-no-data = no data yet
scene-pain-assumed = { $share } assumed
scene-staff-side = staff
scene-picture-broken = This picture can’t be shown
scene-picture-broken-of = This picture can’t be shown: { $alt }

# At the ends of curves.
scene-curve-measured = measured

# On pages that leave the program.
scene-as-is = as-is
scene-to-be = to-be
scene-evidence-share = { $share } evidence
scene-legend-drawn = drawn by the team
scene-legend-to-be = drawn as it should be
scene-legend-measured = measured
scene-legend-before = before
scene-legend-interval = 95 % interval
scene-legend-exits = exits, the worst in full colour
scene-legend-small = fewer than 30
scene-legend-moment-of-truth = moment of truth
scene-legend-goal = goal
scene-legend-contact = asks for help
scene-legend-evidence = found in the data
scene-legend-quoted = said by a customer
scene-legend-assumed = assumed
scene-legend-severity = severity 1–5
scene-legend-votes = votes
scene-legend-earlier-curve = emotion before
scene-legend-since = { $what } since “{ $since }”
scene-change-added = added
scene-change-removed = removed
scene-change-moved = moved
scene-change-changed = changed

# Names for screen readers.
scene-spoken-plus = plus { $value }
scene-spoken-minus = minus { $value }
scene-spoken-percent = { $value } percent
scene-label-title = Map { $name }, { $kind }
scene-label-stage = { $touchpoints ->
    [one] Stage { $name }, 1 touchpoint
   *[other] Stage { $name }, { $touchpoints } touchpoints
}
scene-label-lane = Lane { $name }, { $what }
scene-label-collapsed = collapsed
scene-label-pinned = pinned
scene-label-cell = { $lane } at { $touchpoint }
scene-label-cards = { $count ->
    [0] empty
    [one] 1 card
   *[other] { $count } cards
}
scene-label-touchpoint = Touchpoint { $name }
scene-label-in-stage = stage { $name }
scene-label-moment-of-truth = moment of truth
scene-label-goal = goal
scene-label-contact = asks for help
scene-label-channels = channels { $names }
scene-label-emotion = emotion { $value }
scene-label-emotion-measured = measured emotion { $value }
scene-label-exit-rate = exit rate { $value }
scene-label-drawn-dot = Emotion of { $persona } at { $touchpoint }, drawn { $value }
scene-label-to-be-dot = Wanted emotion of { $persona } at { $touchpoint }, to-be { $value }
scene-label-measured-dot = Emotion at { $touchpoint }, measured { $value }
scene-label-interval = between { $low } and { $high }
scene-label-growing = Figures at { $touchpoint } are on their way
scene-label-partial = { $name }, from the first part of the data only
scene-label-answers = n = { $count }
scene-label-exit = Exit rate at { $touchpoint } { $value }
scene-label-before = before { $value }
scene-label-before-up = before { $value }, surely higher now
scene-label-before-down = before { $value }, surely lower now
scene-label-step = { $step }, between { $interval }
scene-label-satisfaction = Satisfaction at { $touchpoint }
scene-label-satisfied = satisfied { $value }
scene-label-neutral = neutral { $value }
scene-label-dissatisfied = dissatisfied { $value }
scene-label-pain = Pain point { $text }
scene-label-severity = severity { $value }
scene-label-opportunity = Opportunity { $text }
scene-label-impact-effort = impact { $impact }, effort { $effort }
scene-label-quote = Quote { $text }
scene-label-thought = Thought { $text }
scene-label-note = Note { $text }
scene-label-image = Picture { $text }
scene-label-backstage = Backstage { $text }
scene-label-metric = Metric { $text }
scene-label-at = at { $touchpoint }
scene-label-votes = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
scene-label-from-to = from { $first } to { $last }
scene-label-tags = tagged { $names }
scene-label-assumed = assumed
scene-label-quoted = quoted
scene-label-measured = measured

# On time axes.
scene-day = { $day } { $month }
scene-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

# Of weeks and days.
scene-weekday = { $day ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[6] Sun
}
scene-hour = { $hour }

# Charts.
scene-chart-hours = When customers come
scene-chart-hours-visits = Visits by weekday and hour, at most { $most } in an hour of the week
scene-chart-hours-waits = Median wait, at most { $longest }
scene-chart-switch-exits-what = How often a visit in one channel is followed by one in another; how many of these journeys end without the goal; and by how many points that differs from journeys that stay in one channel, with an arrow where it surely does
scene-chart-exits = Where customers leave
scene-chart-exits-what = Of those who got there, how many left there, with 95 % intervals · { $shown } of { $count } touchpoints
scene-chart-funnel = How far customers get
scene-chart-funnel-what = Closed journeys that reached each touchpoint of the drawn line, and the share of them that never comes to the next one
scene-chart-funnel-label = { $name }: reached by { $count } closed journeys
scene-chart-lost = { $share } don’t go on
scene-chart-below = <{ $n }
scene-chart-satisfaction = How satisfied customers are
scene-chart-satisfaction-what = Shares of all scores, the lowest at the left; beside them the mean and how many scores there are
scene-chart-satisfaction-label = { $name }: mean score { $mean }
scene-chart-dissatisfied = dissatisfied
scene-chart-neutral = neutral
scene-chart-satisfied = satisfied
scene-chart-n = n = { $n }
scene-chart-trend = Over time
scene-chart-trend-of = { $figure } over time
scene-chart-trend-at = { $figure } at “{ $name }” over time
scene-chart-by-day = By the day on which journeys begin; the band is the 95 % interval
scene-chart-by-week = By the week in which journeys begin; the band is the 95 % interval
scene-chart-by-month = By the month in which journeys begin; the band is the 95 % interval
scene-chart-by-quarter = By the quarter in which journeys begin; the band is the 95 % interval
scene-chart-by-year = By the year in which journeys begin; the band is the 95 % interval
scene-chart-no-value = no figure
scene-chart-month = { $month } { $year }
scene-chart-quarter = Q{ $quarter } { $year }
scene-chart-switches = Which channels customers switch between
scene-chart-switches-what = How often a visit in one channel is followed by one in another, and how many of these journeys end without the goal
scene-chart-switches-some = How often a visit in one channel is followed by one in another, and how many of these journeys end without the goal; { $count } smaller channels are left out
scene-chart-switch-label = From { $from } to { $to }: { $count }
scene-chart-leave = { $share } leave
scene-chart-compared-row = { $name }: { $share }, n = { $n }
scene-chart-compared-n = n = { $n }
scene-chart-compared-interval = [{ $low } – { $high }]
scene-chart-from = from
scene-chart-to = to

# Reports.
scene-report-as-is = A journey as it is today
scene-report-to-be = A journey as it should be
scene-report-personas = Whose journey it is
scene-report-segment = In the data: { $segments }
scene-report-journey = The journey
scene-report-figures = The figures
scene-report-charts = Charts
scene-report-gaps = The largest gaps
scene-report-method = Method and definitions
scene-report-interval = { $value } (95 % interval { $low } – { $high })
scene-report-hidden = hidden
scene-report-touchpoint = Touchpoint
scene-report-visits = Visits
scene-report-answers = Answers
scene-report-reached = Reached
scene-report-exits = Exits
scene-report-exit-rate = Exit rate
scene-report-score = Mean score
scene-report-scores = Scores
scene-report-ours = The team
scene-report-measured = Measured
scene-report-gap = Gap

# The nine signs, and charts of what the figures mean.
scene-signs = Nine signs
scene-signs-of = Nine signs: { $title }
scene-signs-more = and { $count } more
scene-signs-summary = { $work ->
    [0] Nothing needs work
    [one] 1 needs work
   *[other] { $work } need work
} · { $watch } to watch · { $fine } fine{ $unknown ->
    [0] {""}
   *[other] {" "}· { $unknown } cannot be told
}
scene-chart-revenue = What satisfied customers spend
scene-chart-returning = How many satisfied customers come again
scene-chart-by-satisfaction = mean score of a customer
scene-chart-customers = { $n ->
    [one] 1 customer
   *[other] { $shown } customers
}
scene-chart-spearman = Rank correlation over { $n } customers: Spearman’s ρ { $rho } [{ $low }, { $high }], 0 = none, 1 = full; vertical lines are 95 % intervals
scene-chart-no-spearman = n = { $n }, too few or too alike for a correlation; vertical lines are 95 % intervals
scene-chart-beside = Satisfaction beside what the house does
scene-chart-mean-score = Mean score
scene-chart-median-wait = Median wait
scene-chart-handled = Handled per agent and hour
scene-chart-target = Target { $value } by { $day }
scene-chart-foretold = forecast { $value } ({ $low } – { $high })
scene-chart-goal = { $figure } and its target
scene-chart-goal-at = { $figure } at “{ $name }” and its target
scene-chart-goal-what = { $course } · dots are whole periods, the dashed line is the forecast; bands hold 95 of 100 values
scene-chart-goal-short = { $course } · with fewer than eight whole periods there is no forecast
scene-chart-pains = Pain points: how bad and how often
scene-chart-pains-what = Severity as the team says against frequency as measured; with a dashed edge where it is typed in or not known
scene-chart-severity = severity
scene-chart-pain-axis = journeys with it, of those that got there
scene-chart-pain-unknown = not known
scene-chart-pain-below = under { $share }
scene-chart-pain-over = { $share } and more
scene-chart-personas = { $figure } by persona
scene-chart-personas-what = ● { $one } · ▲ { $other } · at the right ● less ▲ with its interval; * surely apart, of { $tested } compared together (q ≤ 0.05)
scene-chart-persona-label = { $place }: { $one } { $first }, { $other } { $second }, { $points } { $interval }
scene-chart-points = { $points } points
