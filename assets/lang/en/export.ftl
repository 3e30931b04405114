# Texts of src/export. Keys begin with the folder's name: export-…

export-column-stage = Stage
export-column-touchpoint = Touchpoint
export-column-visits = Visits
export-column-answers = Answers
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

# Formats
export-format-png = Picture (PNG)
export-format-svg = Drawing (SVG)
export-format-html = Web page (HTML)
export-format-xlsx = Workbook (Excel)
export-format-pdf = Document (PDF)
export-format-pptx = Slides (PowerPoint)
export-format-csv = Table of figures (CSV)
export-format-json = Map and figures (JSON)
export-format-md = Text (Markdown)
export-format-mmd = Diagram (Mermaid)
export-format-ojf = Journey (OpenJourney)
export-about-png = A picture for slides, pages and chats
export-about-svg = A drawing that is sharp at any size and can be changed in a drawing program
export-about-html = One file for any browser, without a network: zoom, pan, and the figures of what one points at
export-about-xlsx = All tables in one workbook: touchpoints with all figures, stages, channels, cards, actions, transitions, and what the figures mean
export-about-pdf = A document to print and to send, with text that can be searched
export-about-pptx = A presentation in which every card can be written in
export-about-csv = One line per touchpoint with all its figures
export-about-json = The map and all its figures, for other programs
export-about-md = The whole map as text in reading order, for screen readers, notes and search
export-about-mmd = A journey diagram, for documents and wikis that draw Mermaid
export-about-ojf = The map for other mapping programs

# Checks before a picture is saved
export-check-small-text =
    { $count ->
        [one] “{ $text }” is { $size } pt high where it is read; below { $least } pt it is hard to read
       *[other] { $count } texts are lower than { $least } pt where they are read; the smallest is “{ $text }” with { $size } pt
    }
export-check-out-of-picture = “{ $text }” reaches out of the picture
export-check-shortened = “{ $text }” is shortened
export-check-out-of-shape = “{ $text }” reaches out of its card
export-check-contrast =
    { $count ->
        [one] “{ $text }” stands out by { $ratio } : 1 alone; { $needed } : 1 is needed
       *[other] { $count } texts stand out by { $ratio } : 1 alone; { $needed } : 1 is needed: “{ $text }”
    }
export-check-missing-glyphs =
    { $count ->
        [one] No font has { $letters }; { $font } does
       *[other] No font has { $letters }; { $font } does
    }
export-check-groups-hidden =
    { $count ->
        [one] Figures under { $least } are hidden at one touchpoint
       *[other] Figures under { $least } are hidden at { $count } touchpoints
    }
export-check-groups-shown =
    { $count ->
        [one] Figures under { $least } are shown at one touchpoint; the map hides none
       *[other] Figures under { $least } are shown at { $count } touchpoints; the map hides none
    }
export-check-empty-lane = { $lane }: nothing stands in it
export-check-empty-cells =
    { $count ->
        [one] { $lane }: 1 of { $of } places is empty
       *[other] { $lane }: { $count } of { $of } places are empty
    }
# Tables: sheets, columns and what stands in them
export-sheet-touchpoints = Touchpoints
export-sheet-stages = Stages
export-sheet-channels = Channels
export-sheet-cards = Cards
export-sheet-actions = Actions
export-sheet-transitions = Transitions
export-sheet-switches = Channel switches
export-sheet-notes = Notes
export-hidden = hidden
export-yes = yes
export-column-owner = Owner
export-column-channels = Channels drawn
export-column-goal = Goal
export-column-contact = Asks for help
export-column-moment = Moment of truth
export-column-drawn = Drawn emotion, { $persona }
export-column-drawn-mean = Drawn emotion, mean
export-column-customers = Customers
export-column-closed = Closed journeys
export-column-left = Left
export-column-returned = Returned
export-column-open = Open here
export-column-rate = Exit rate
export-column-rate-low = Exit rate, lower limit
export-column-rate-high = Exit rate, upper limit
export-column-rate-visits = Exit rate of visits
export-column-scores = Scored visits
export-column-score-mean = Mean score
export-column-score-low = Mean score, lower limit
export-column-score-high = Mean score, upper limit
export-column-satisfied = Satisfied
export-column-neutral = Neutral
export-column-dissatisfied = Dissatisfied
export-column-emotion = Measured emotion
export-column-nps = Net promoter score
export-column-positive = Sounds positive
export-column-neither = Sounds neutral
export-column-negative = Sounds negative
export-column-wait-median = Wait, median (s)
export-column-wait-p90 = Wait, 90th percentile (s)
export-column-again = Contacted again
export-column-agents = Several agents
export-column-gap = Emotion gap
export-column-drop-off = Drop-off along the drawn line
export-column-response = Response rate
export-column-channel = Channel
export-column-lane = Lane
export-column-kind = Kind
export-column-text = Text
export-column-evidence = Evidence
export-column-tags = Tags
export-column-covers = Touchpoints covered
export-column-severity = Severity
export-column-side = Side
export-column-assumed = Frequency assumed
export-column-pain-share = Frequency measured
export-column-pain-journeys = Journeys with the pain
export-column-explained = Exits it may explain
export-column-risk = Risk ratio
export-column-risk-low = Risk ratio, lower limit
export-column-risk-high = Risk ratio, upper limit
export-column-said-by = Said by
export-column-value = Value
export-column-touchpoints = Touchpoints
export-column-cards = Cards
export-column-pains = Pain points
export-column-opportunities = Opportunities
export-column-from = From
export-column-to = To
export-column-count = How often
export-column-journeys = Journeys
export-column-median = Time between, median (s)
export-column-p90 = Time between, 90th percentile (s)
export-column-switch-exits = Exit rate of journeys that made it
export-kind-note = Note
export-kind-pain = Pain point
export-kind-opportunity = Opportunity
export-kind-quote = Quote
export-kind-thought = Thought
export-kind-backstage = Backstage
export-kind-metric = Metric
export-kind-picture = Picture
export-evidence-assumed = assumed
export-side-customer = customer
export-side-staff = staff
export-notes-scenario = Scenario
export-notes-personas = Personas
export-notes-source = Source
export-notes-units = Units
export-notes-units-are = Limits are those of the 95 % interval. Times are in seconds. Emotions lie between −2 and +2.

# Web pages
export-html-map = Map { $title }
export-html-figures = Figures
export-html-zoom-in = Zoom in (+)
export-html-zoom-out = Zoom out (−)
export-html-zoom-fit = Whole map (0)
export-html-fit = Fit
export-html-theme = Light or dark
export-html-contents = Contents

export-insights-title = { $map }: what stands out
export-insights-none = Nothing stands out that chance would not explain.
export-insights-tested = { $tested } comparisons were tested and corrected together (Benjamini–Hochberg, q ≤ 0.05). “Seen before” and “associated with” are meant, never “causes”.
export-patterns-title = Before they leave{ $place ->
    [touchpoint] {" "}from “{ $name }”
   *[map] {""}
}
export-patterns-tested = { $exits } exits against { $controls } journeys with a goal; { $tested } patterns tested, { $significant } with q ≤ 0.05.
export-patterns-pattern = Pattern
export-patterns-exits = Exits with it
export-patterns-controls = Goals with it
export-patterns-left = Left
export-patterns-lift = Lift
export-patterns-odds = Odds ratio
export-patterns-structure = structure
export-changes-title = { $before } against { $after }
export-changes-touchpoint = Touchpoint
export-changes-figure = Figure
export-changes-before = Before
export-changes-after = After
export-changes-difference = Difference
export-changes-detectable = These counts could show
export-changes-marked = changed
export-signs-title = { $map }: nine signs
export-signs-sign = Sign
export-signs-verdict = Verdict
export-signs-figures = What it rests on
export-signs-where = where: { $names }

export-paths-title = Ways that customers take
export-paths-ways = { $ways } different ways of { $journeys } journeys. The commonest:
export-paths-journeys = Journeys
export-paths-way = Way
export-paths-missing = Steps that the map does not have
export-paths-count = Times
export-paths-step = Step
export-story-place = Journey { $place } of { $of }, { $status ->
    [goal] which reached the goal
    [open] which is still open
    [returned] which ended, but the customer came again
   *[left] which ended without the goal
}.
export-story-time = Time
export-story-event = Touchpoint
export-story-channel = Channel
export-story-wait = Wait
export-story-score = Score
export-story-comment = Comment
export-story-unmapped = ({ $event })
export-what-if-title = What if fewer left
export-what-if-touchpoint = Touchpoint
export-what-if-exit-rate = Exit rate
export-what-if-worth = One point is worth (points of the goal rate)

# What is laid over the map.
export-chart-points = { $points } pts
export-chart-leave = { $share } leave
export-chart-switch = From { $from } to { $to }: { $journeys } journeys, { $times } times
export-chart-rate = { $count } of { $of } leave, { $share } [{ $low }–{ $high }]
export-chart-against = { $points } points [{ $low }, { $high }] against those who stay in one channel
export-chart-surely-more = , surely more
export-chart-surely-fewer = , surely fewer
export-chart-maybe = , which chance may do
export-chart-staying = Of those who stay in one channel, { $rate }.
export-chart-hour = { $day } { $from }–{ $to }: { $visits } visits
export-chart-hour-wait = median wait { $wait } (n = { $n })
export-chart-hours-all = Visits of the selected journeys by hour of the week, in the time of the source
export-chart-hours-of = Visits through { $channel } by hour of the week, in the time of the source
export-way = From “{ $from }” to “{ $to }”, { $what }
export-way-count = { $n ->
    [one] { $kind }: { $journeys } journey, { $times } times
   *[other] { $kind }: { $journeys } journeys, { $times } times
}
export-way-step = { $kind }: step { $numbers }
export-way-not-drawn = { $kind }, not on the map
export-way-skip = skip { $count }
export-way-again = again { $count }
export-way-back = back { $count }
export-ways-note = { $shown } of { $all } steps; dashed: not on the map
export-pace-spoken = { $n ->
    [one] median { $median }, of ten journeys nine within { $p90 }, { $journeys } journey
   *[other] median { $median }, of ten journeys nine within { $p90 }, { $journeys } journeys
}{ $fit ->
    [shorter] ; shorter than drawn
    [cut] ; longer than drawn, cut
   *[true] {""}
}
export-pace-note = median; a usual column is { $unit }
export-pace-note-shorter = , dashed: less
export-pace-note-cut = , broken: over { $widest }
export-two-said = { $n ->
    [one] { $name } { $value }, { $count } answer
   *[other] { $name } { $value }, { $count } answers
}
export-two-spoken = Measured emotion of two personas at “{ $place }”
export-two-name = { $name }, measured
export-two-note = drawn; measured of ● { $one } and ▲ { $other }
export-two-exit-said = { $name } { $rate }, 95 % interval { $low } to { $high }
export-two-exits-spoken = Exit rates of two personas at “{ $place }”
export-two-exits-note = of those who got here: ● { $one }; ▲ { $other }, hatched
export-ghost = if { $rate }
export-ghost-note = dashed: what if. Goal rate { $now } → { $then }
export-channels-title = Channels
export-channels-channel = Channel
export-channels-visits = Visits
export-channels-contacts = Contacts
export-channels-score = Mean score
export-channels-exit-rate = Exit rate
export-channels-handled = Handled per hour
export-channels-wait = Median wait
export-channels-switches = Switches
export-channels-staying = Of journeys that stay in one channel, { $rate } are exits.
export-channels-switch = Switch
export-channels-count = Times
