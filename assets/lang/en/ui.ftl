# Texts of src/ui and src/app. Keys begin with the folder's name: ui-…

ui-app-name = Pathlight

# Top bar
ui-export = Export
ui-reveal-needs-data = Import data first
ui-search = Search or run a command
ui-palette-hint = Search commands, touchpoints, cards, events …
ui-palette-keys = ↑ ↓ choose · Enter go · Esc close
ui-untitled = Untitled map
ui-as-is = as-is
ui-to-be = to-be
ui-saved = saved
ui-unsaved = not saved
ui-saving = saving…
ui-title-hint = Show the map's own fields

# Tools
ui-tool-select = Select  Esc
ui-tool-needs-touchpoint = { $tool } – select a touchpoint first

# Persona bar
ui-choose-persona = Choose persona
ui-edit-persona = Edit persona…
ui-quoted = “{ $words }”
ui-evidence = { $share } evidence
ui-evidence-hint = Share of cards that a customer said or the data shows
ui-segment-hint = The part of the data this persona stands for
ui-rule-measured = only { $rule }
ui-rule-measured-hint = Figures are of { $name }’s part of the data alone, within what the data bar selects
ui-rule-unfit-hint = The data does not have the columns of this rule, so all customers are measured
ui-period-hint = First to last event of the journeys shown

# Status bar
ui-only-persona = · figures of { $name } alone
ui-step-of = 1 selected · step { $place } of { $count }
ui-selected = { $count } selected
ui-steps =
    { $count ->
        [one] 1 step
       *[other] { $count } steps
    }
ui-fit = Fit
ui-cancel = Cancel
ui-zoom-now = { $zoom }, { $command }
ui-hint-comparing = Click something in the list to see it on the map · close the comparison to change the map
ui-hint-typing = Enter next · Shift+Enter next stage · Tab next lane · Esc drop
ui-hint-touchpoint = F2 rename · T touchpoint after it · P pain point · 1–5 or −2 … +2 emotion · Alt+arrows move
ui-hint-card = F2 edit · Alt+arrows move · pull the right edge to cover more · Ctrl+Shift+D duplicate
ui-hint-cell = Type or Enter for a new card · arrows to go on
ui-hint-ways = Click to open the journeys
ui-hint-measured = 1–5 sets the emotion −2 … +2 · arrows to go on · T touchpoint after it
ui-hint-emotion = Drag the dot or press −2 … +2 (or 1–5) · Alt+up and Alt+down by a tenth
ui-hint-other = F2 rename · Del delete · T add touchpoint
ui-hint-nothing = Click something to see its fields · T adds a touchpoint · Ctrl+K finds every command

# Data bar
ui-data-invitation = See where customers leave and how satisfied they are: any CSV, Excel or SQLite file with a customer, a time and an event
ui-events =
    { $count ->
        [one] 1 event
       *[other] { $shown } events
    }
ui-journeys =
    { $count ->
        [one] 1 journey
       *[other] { $shown } journeys
    }
ui-respondents =
    { $count ->
        [one] 1 respondent
       *[other] { $shown } respondents
    }
ui-journeys-of = { $shown } of { $all } journeys
ui-respondents-of = { $shown } of { $all } respondents
ui-counted-before = { $words }, before { $before }
ui-compare-with-before = Compare with before…
ui-compare-end = End comparing
ui-all-time = All time
ui-period = { $range } · { $count }
ui-period-before = Before { $range } · { $count }
ui-period-after = After { $range } · { $count }
ui-range-hint = Journeys that begin in these days. Click to type them; arrow keys move them, with Shift the end, with Ctrl the beginning.
ui-period-keys = ← → move the days, with Shift the end, with Ctrl the beginning. Over the chart, Shift and drag draws the range before.
ui-range-before = Range before
ui-range-after = Range of time
ui-first-day = First day
ui-last-day = Last day
ui-last-weeks = Last { $count } weeks
ui-last-half = Last half
ui-same-length-before = Same length just before
ui-year-earlier = A year earlier
ui-ranges-overlap = The ranges overlap: some journeys are in both, so differences look smaller than they are.
ui-side-before = Before
ui-side-after = After
ui-time-ranges = Events over time; before { $before }, after { $after }
ui-changes = Before and after
ui-change-exit-rate = Exit rate
ui-change-satisfied = Satisfied
ui-change-score = Mean score
ui-change-contacted-again = Contacted again
ui-change-goal-rate = Goal rate
ui-change-bounce-rate = Bounce rate
ui-change-journeys = Journeys
ui-change-visits = Visits
ui-change-drift = Drift of visits
ui-change-now = → { $after }
ui-change-surely = { $difference } ({ $low } … { $high }), surely changed
ui-change-maybe = { $difference } ({ $low } … { $high }), may be chance
ui-change-points = { $points } points
ui-def-drift = How differently visits are spread over touchpoints: 0 alike, 1 nothing in common
ui-no-change-known = Too little data to compare.
ui-no-change-of-surveys = What changed stands at each touchpoint: a survey has answers, but no journeys that end.
ui-unmapped = { $shown } unmapped
ui-unmapped-hint = Events that belong to no touchpoint yet
ui-problems = { $shown } problems
ui-problems-hint = Rows and fields that could not be read
ui-channels = Channels
ui-filter-status = Journeys
ui-filter-goal = Reached a goal
ui-filter-open = Still open
ui-filter-returned = Came back later
ui-filter-left = Left for good
ui-all = All
ui-reset = Reset
ui-measuring = Computing figures…
ui-updated-in = overlay updated in { $ms } ms
ui-time-range = Events over time; { $range }

# Find and replace
ui-find = Find
ui-find-exact = Match case
ui-find-exact-hint = Capital letters and accents count
ui-find-whole-words = Whole words
ui-find-place = { $at } of { $count }
ui-find-count = { $count } found
ui-find-close = Close search
ui-replace-with = Replace with
ui-replace = Replace
ui-replace-all = Replace all

# History
ui-history = History
ui-history-close = Close history
ui-history-hint = Click a step, or use the arrow keys, to see the map as it was then.
ui-history-start = Beginning
ui-history-step = Step { $at }: { $name }
ui-history-saved-step = Step { $at }: { $name }, saved

# Inspector: map
ui-map-eyebrow = MAP
ui-title = Title
ui-kind = Kind
ui-as-is-long = As-is: what happens today
ui-to-be-long = To-be: what should happen
ui-scenario = Scenario

# Dialogs
ui-close = Close
ui-copy = Copy
ui-save = Save
ui-open = Open
ui-dont-save = Don't save
ui-unsaved-headline = Save “{ $name }”?
ui-unsaved-detail = The map has changes that are not saved yet.
ui-version = Version { $version }
ui-about = The journey map that is measured: the drawing is the team's assumption, the data is what happened, and the difference is made visible. Your data stays on this computer.
ui-shortcuts = Keyboard shortcuts
ui-pick-map = Open map
ui-pick-data = Import data
ui-pick-picture = Add picture
ui-pick-save = Save map
ui-pick-export = Export
ui-path = Path
ui-folder-up = ../ (one folder up)
ui-filter-maps = Pathlight maps
ui-filter-data = Tables and databases
ui-filter-pictures = Pictures
ui-filter-all = All files

# Failures
ui-open-failed = The file could not be opened
ui-save-failed = The map could not be saved
ui-data-too-large = This data does not fit into memory
ui-save-failed-kept = Nothing is lost: your work is still in this window, and in the journal on this computer until you save it.
ui-save-failed-not-kept = Your work is still in this window, but nowhere else. Save it in another folder.
ui-data-failed = The data could not be read
ui-data-failed-hint = If the file has moved, import it again from where it is now.
ui-measure-failed = The figures could not be computed
ui-export-failed = The file could not be written
ui-written = Written to { $path }
ui-picture-copied = Copied as a picture of { $width } × { $height } pixels
ui-copy-picture-failed = The picture could not be copied
ui-picture-failed =
    { $count ->
        [one] A picture could not be added
       *[other] { $count } pictures could not be added
    }
ui-exists = { $name } exists already. Replace it?
ui-replace-file = Replace

# Welcome page
ui-tagline = The journey map that is measured
ui-new-map = New map
ui-drop-hint = or drop a map or a data file here
ui-recent = Recent maps
ui-missing = The file is not where it was
ui-forget = Remove from list
ui-samples = Sample maps
ui-chips-more = +{ $count } more
ui-one-day = All on { $day }
ui-below-one-percent = <1 %
ui-own-templates = Your templates
ui-templates = Templates
ui-template-saved = Saved as a template
ui-template-saved-detail = “{ $name }” now stands on the welcome page. Data sources and votes are left out.
ui-template-nowhere = This computer gives no folder for preferences, where templates are kept.
ui-template-failed = The template could not be saved

# Import
ui-bring-data = Bring data
ui-step-file = File
ui-step-columns = Columns
ui-step-touchpoints = Touchpoints
ui-step-check = Check
ui-back = Back
ui-finish-import = Show on the map
ui-reading-left = Reading · { $share } · { $left } left
ui-reading = Reading · { $share }
ui-still-needed = Still needed: { $roles }
ui-role-customer = Customer
ui-role-time = Time
ui-role-clock = Time of day
ui-role-event = Event
ui-role-journey = Journey
ui-role-channel = Channel
ui-role-score = Satisfaction
ui-role-sentiment = Sentiment
ui-role-text = Text
ui-role-wait = Waiting time
ui-role-agent = Agent
ui-role-outcome = Outcome
ui-role-revenue = Revenue
ui-role-reached = Reached
ui-role-exits = Exits
ui-role-answers = Answers (n)
ui-role-segment = Segment
ui-role-rating = Rating
ui-role-ignore = Ignore
ui-role-of = Column { $column }: { $role }
ui-columns-question = What is in each column?
ui-columns-explanation = Guessed from names and values. Three are needed, the rest makes the map richer.
ui-problems-title = Problems
ui-no-problems = None found.
ui-map-will-show = What the map will show
ui-line = line { $line }
ui-columns-summary = A summary: one row for each touchpoint, with figures that somebody else has counted. They are taken as given.
ui-columns-survey = A survey: one row for each person who answered, one column for each rating. The rest makes the map richer.
ui-keep-only = Keep only { $value }
ui-keep-all-rows = Keep all rows
ui-still-open = One question above is still open
ui-problems-in-sample = In the first rows
ui-more-like-this = and { $count } more like this
ui-save-list = Save this list…
ui-problems-file = { $name } problems.csv
ui-pick-problems = Save the list of problems
ui-remembered = Read as a file of this shape was read before.
ui-guess-anew = Guess anew
ui-read-no-answer = no answer
ui-read-nothing = not readable
ui-read-undecided = to be decided
ui-no-answer-codes = No answer, when it says
ui-first-row = First row
ui-first-row-names = names of columns
ui-first-row-data = data
ui-time-format = Other format, as in %d.%m.%Y
ui-other-zone = Other zone, as in Asia/Tokyo
ui-survey-day = Day of the answers
ui-times-counted = × { $count }
ui-kind-ragged-row = Too few or too many fields
ui-kind-unclosed-quote = Quotation mark left open
ui-kind-empty-row = Empty rows
ui-kind-no-customer = Without customer
ui-kind-no-time = Without time
ui-kind-no-event = Without event
ui-kind-bad-time = Time not readable
ui-kind-no-figures = Without any figure
ui-kind-bad-score = Score not readable or off the scale
ui-kind-bad-sentiment = Mood not readable
ui-kind-bad-wait = Waiting time not readable
ui-kind-bad-revenue = Amount not readable
ui-kind-bad-count = Count that can't be right
ui-kind-no-answers = Mean of nobody knows how many
ui-kind-bad-characters = Characters of another encoding
ui-kind-header-differs = Other columns
ui-kind-customer-twice = Customer named twice
ui-kind-other = About the file
ui-read-as = Read as
ui-encoding = Encoding
ui-separator = Separator
ui-decimals = Decimals
ui-dates = Dates
ui-time-zone = Time zone
ui-ratings = Ratings
ui-rating-columns =
    { $count ->
        [0] no column
        [one] 1 column
       *[other] { $count } columns
    }
ui-ratings-pattern = Columns such as Q7*, Q9*
ui-no-rating-columns = No column with numbers is called like “{ $pattern }”.
ui-no-such-zone = There is no time zone called “{ $zone }”. Times are still read in { $shown }.
ui-rows = Rows
ui-about-rows = about { $rows }
ui-change = change
ui-change-fact = Change { $fact }
ui-comma = comma
ui-semicolon = semicolon
ui-tab = tab
ui-bar = vertical bar
ui-point = point
ui-dmy = day month year
ui-mdy = month day year
ui-dates-as-found = as found
ui-ymd = year month day
ui-entry-question = Which file of the archive?
ui-file-question = Which table?
ui-other-file = Other file…
ui-pick-more-data = Add a file of the same shape
ui-pick-attributes = Join a table of customers
ui-beside = Read with it
ui-add-same-shape = Add file of same shape…
ui-add-attributes = Join table of customers…
ui-attributes-customer = Customer: { $column }
ui-attributes-choose = Customer column…
ui-attributes-whose = No column of it looks like the customer. Say which one is written like the customers of the data.
ui-attributes-segments = Segments: { $columns }
ui-take-out = Remove
ui-take-out-file = Remove { $file }
ui-archive-files = Files in the archive
ui-kilobytes = { $count } KB
ui-object-types = Customers of the object-centric log
ui-object-types-hint = Events are told by customer: choose the objects that stand for one.
ui-tables = Tables
ui-table-rows =
    { $count ->
        [one] 1 row
       *[other] { $rows } rows
    }
ui-view-mark = view
ui-query = Or a SELECT
ui-query-hint = Joins and conditions are welcome; only reading is possible.
ui-query-label = SELECT
ui-run-query = Look at the result
ui-touchpoints-question = Which event is which touchpoint?
ui-touchpoints-explanation = Suggested by name. Events left unmapped stay visible and can be mapped later.
ui-touchpoints-in-table = The map is drafted from the table: its { $count } rows become touchpoints, in the order in which they stand there.
ui-touchpoints-drafted = The map is drafted from the data: { $count } kinds of events become touchpoints, in the order in which customers meet them.
ui-touchpoints-for-all = Make touchpoints for all unmapped
ui-similar = { $name }?
ui-accept-similar =
    { $count ->
        [one] Take 1 similar name
       *[other] Take { $count } similar names
    }
ui-events-unmapped = { $open } of { $count } unmapped
ui-event = Event
ui-count = Count
ui-touchpoint = Touchpoint
ui-touchpoint-of = Touchpoint of { $event }
ui-new-touchpoint = New touchpoint
ui-leave-unmapped = Leave unmapped
ui-check-question = All right?
ui-check-explanation = Every row is accounted for. The data stays in its file; the map remembers where it is.
ui-check-rows = Rows
ui-check-summary = Touchpoints taken
ui-check-events = Events taken
ui-check-respondents = Respondents
ui-check-answers = Answers taken
ui-check-left-out = Rows left out as chosen
ui-check-rejected = Rows rejected
ui-check-field-errors = Fields taken as no answer
ui-check-mapped = Events at a touchpoint

# Inspector
ui-touchpoint-eyebrow = TOUCHPOINT · { $stage }
ui-stage-eyebrow = STAGE
ui-lane-eyebrow = LANE
ui-card-eyebrow = { $kind } · { $place }
ui-selection-eyebrow = SELECTION
ui-cells =
    { $count ->
        [one] 1 place in a lane
       *[other] { $count } places in lanes
    }
ui-lanes-count =
    { $count ->
        [one] 1 lane
       *[other] { $count } lanes
    }
ui-dots =
    { $count ->
        [one] 1 dot of a curve
       *[other] { $count } dots of curves
    }
ui-pinned = Pinned: stays in sight while the map is scrolled
ui-collapsed = Collapsed: only the heading is drawn
ui-lane-curves = Curves of
ui-shown-persona = Whoever is shown
ui-add-lane-below = Below it
ui-draw-as-is = Draw as-is
ui-draw-to-be = Draw to-be
ui-draw-hint = Keys and clicks in the emotion lane draw this curve; dots of both can be dragged
ui-covers = Touchpoints covered
ui-tags = Tags
ui-new-tag = New tag
ui-new-tag-hint = Type and press Enter
ui-tag-on-some = { $tag } ({ $selected } of { $total })
ui-tags-nothing = Select cards or touchpoints to tag them.
ui-name = Name
ui-text = Text
ui-owner = Owner
ui-description = Description
ui-about-it = About it
ui-flag-truth = Moment of truth
ui-flag-truth-hint = This touchpoint decides; drawn with a star
ui-flag-goal = Goal
ui-flag-goal-hint = A journey that gets here has succeeded
ui-flag-contact = Contact
ui-flag-contact-hint = Here the customer asks for help
ui-add-channel = Add channel
ui-colour = Colour
ui-shown = Shown
ui-lanes = Lanes
ui-add-lane = Add lane
ui-stages =
    { $count ->
        [one] 1 stage
       *[other] { $count } stages
    }
ui-cards =
    { $count ->
        [one] 1 card
       *[other] { $count } cards
    }
ui-lane-channels = Channels
ui-lane-emotion = Emotion
ui-lane-exits = Exits
ui-lane-satisfaction = Satisfaction
ui-lane-pains = Pain points
ui-lane-opportunities = Opportunities
ui-lane-quotes = Quotes
ui-lane-thoughts = Thoughts
ui-lane-notes = Notes
ui-lane-backstage = Backstage
ui-lane-metrics = Metrics
ui-lane-images = Pictures
ui-kind-note = NOTE
ui-kind-pain = PAIN POINT
ui-kind-opportunity = OPPORTUNITY
ui-kind-quote = QUOTE
ui-kind-thought = THOUGHT
ui-kind-backstage = BACKSTAGE
ui-kind-metric = METRIC
ui-kind-image = PICTURE
ui-evidence-label = Evidence
ui-evidence-found = Found from the data
ui-evidence-assumed = Assumed by the team
ui-evidence-quoted = Said by a customer
ui-evidence-measured = Measured
ui-votes =
    { $count ->
        [one] 1 vote
       *[other] { $count } votes
    }
ui-quote-source = Who said it, where, when
ui-metric-value = Figure with unit
ui-image-alt = What is to be seen
ui-impact = Impact
ui-effort = Effort
ui-due = Due
ui-severity = Severity
ui-side = Who suffers
ui-side-customer = The customer
ui-side-staff = Staff
ui-frequency = How often, in % of visits, as the team believes
ui-frequency-hint = not known
ui-rule = How the data tells
ui-rule-none = Not at all
ui-rule-wait = Waited longer than …
ui-rule-score = Satisfaction at most …
ui-rule-sentiment = Negative sentiment
ui-rule-contacted = Contacted again within 7 days
ui-rule-switch = Came from another channel
ui-rule-text = Text contains …
ui-rule-event = Event is …
ui-rule-seconds = Seconds
ui-rule-score-value = Score
ui-rule-words = Words
ui-rule-event-name = Event name
ui-data-says = What the data says
ui-pain-visits = Visits with it
ui-pain-share = Journeys with it
ui-pain-exits = Exits it may explain
ui-pain-never = No visit meets the rule.
ui-risk-ratio = Risk ratio

# Figures
ui-exits = Exits
ui-exits-as-given = Exits of those who got here, as the summary table gives them.
ui-mean-as-given = Only the mean is known: a summary table does not tell who is satisfied.
ui-summary-as-given = From a summary table: figures as somebody else has counted them, without paths, filters or a period.
ui-summary-title = Summary table
ui-summary-rows = Touchpoints in the table
ui-unmapped-rows = Rows at no touchpoint
ui-summary-short = summary table
ui-exits-not-given = The table does not say how many left here.
ui-exits-none = No closed journey has reached this touchpoint.
ui-interval = { $low } – { $high } (95 %)
ui-of-journeys = { $count } of { $of } journeys
ui-of-these = of { $of } journeys
ui-small = small group
ui-n = n = { $n }
ui-n-small = n = { $n }, small group
ui-left = left for good { $share }
ui-returned = came back later { $share }
ui-open-still = still open { $share }
ui-no-goal = No touchpoint is marked as goal, so every closed journey counts as an exit at its last step.
ui-satisfaction = Satisfaction
ui-of-scale = of { $max }
ui-rated = { $share } { $rated ->
    [satisfied] satisfied
    [neutral] neutral
   *[dissatisfied] not
}
ui-score-count = { $count } scored { $score }
ui-emotion = Emotion
ui-emotion-gap = drawn { $drawn }, measured { $measured }, gap { $gap }
ui-nps = Net promoter score
ui-no-channel = not known
ui-channels-legend = share of visits · mean satisfaction
ui-channel-hint = { $visits } visits, { $exits } exits, { $n } scores
ui-figures = Figures
ui-visits = Visits
ui-customers = Customers
ui-reached = Journeys that reached it
ui-exit-rate-of-visits = Exit rate of visits
ui-drop-off = Drop-off along the line
ui-sentiment = Net sentiment
ui-wait = Wait
ui-wait-value = median { $median }, p90 { $p90 }
ui-contacted-again = Contacted again
ui-several-agents = Several agents
ui-response-rate = Response rate
ui-before = Came from
ui-after = Went to
ui-transition-hint = { $count } times in { $journeys } journeys; the share is of all such steps; time between: median { $median }, 90th percentile { $p90 }
ui-and-more = and { $count } more
ui-all-journeys = All journeys
ui-all-respondents = All respondents
ui-journeys-name = Journeys
ui-respondents-name = Respondents
ui-answers-name = Answers
ui-survey-no-paths = A survey has satisfaction, but no paths.
ui-goal-rate = Goal rate
ui-bounce-rate = Bounce rate
ui-goal-visits = Visits to a goal
ui-handled = Handled per hour, { $channel }
ui-retention = Came again after { $month }
ui-unmapped-events = Unmapped events
ui-statuses = Status of the journeys
ui-status-goal = goal
ui-status-left = left
ui-status-returned = returned
ui-status-open = open
ui-privacy = Privacy
ui-smallest-group = Smallest group
ui-smallest-group-hint = Counts from 1 below this are hidden in everything that leaves the program; 0 hides none.

# Definitions
ui-def-exit-rate = Exit rate: of the closed journeys that got here, the share that ended here without reaching a goal
ui-def-satisfaction = Mean of the scores given here, in the data's own scale, with its 95 % interval
ui-def-emotion = Emotion: scores mapped to −2 … +2
ui-def-nps = Share of 9–10 minus share of 0–6, on a 0–10 scale
ui-def-visits = Visits: events at this touchpoint
ui-def-customers = Distinct customers
ui-def-reached = Journeys with at least one visit; closed ones have waited long enough to be judged
ui-def-exit-rate-of-visits = Exits divided by visits in closed journeys: the web-analytics form
ui-def-drop-off = Of the closed journeys that got here, the share that never reached the next touchpoint of the drawn line
ui-def-sentiment = (positive − negative) ÷ all with a sentiment
ui-def-wait = Median and 90th percentile of the waiting times
ui-def-contacted-again = Of the contacts, the share followed by another one of the same customer within 7 days
ui-def-several-agents = Of the journeys with an agent here, the share with two or more agents
ui-def-response-rate = Share of visits with a score
ui-def-journeys = Journeys with at least one event at a touchpoint, within the filter
ui-def-goal-rate = Closed journeys with a goal ÷ closed journeys
ui-def-goal-visits = Median number of visits in journeys that reached a goal
ui-def-handled = Events with an agent and an outcome ÷ distinct pairs of an agent and a clock hour
ui-def-retention = Of customers with a journey that starts in this month, the share with one that starts in the next
ui-def-bounce-rate = Closed journeys without a goal and with exactly one event ÷ closed journeys
ui-def-pain-visits = Visits that meet the rule
ui-def-pain-share = Journeys with the pain ÷ journeys that reached the touchpoint
ui-def-pain-exits = (exit rate with the pain − exit rate without) × journeys with it
ui-def-risk-ratio = Exit rate with the pain ÷ exit rate without, with its 95 % interval

# More dialogs
ui-nothing-found = Nothing found
ui-done = Done
ui-none = none
ui-remove = Remove
ui-persona = Persona
ui-persona-quote = A sentence that characterises them
ui-persona-segment = Part of the data they stand for
ui-persona-segment-what = Customers with one of the chosen values in every column. The figures on the map are then theirs.
ui-persona-has = { $shown } of { $all } journeys now
ui-persona-has-none = No journey has these values
ui-persona-no-column = The data has no column “{ $column }”.
ui-segment-column = Segment column
ui-segment-value = Segment value
ui-segment-add = Add…
ui-segment-remove = Remove { $column }
ui-remove-persona = Delete persona
ui-mapping = Events and touchpoints
ui-rules = Rules
ui-rules-hint = Rules are asked from the first to the last; the first that matches takes the event.
ui-all-mapped = Every event belongs to a touchpoint.
ui-event-names = Event names
ui-event-row = { $name }, { $count }, { $goes }
ui-event-without-name = (no name)
ui-share-below = < { $share }
ui-not-mapped = not mapped
ui-goes-suggestion = { $goes } · { $suggestion }?
ui-suggestion = { $suggestion }?
ui-likest = { $touchpoint } { $likeness }
ui-accept = Accept
ui-accept-one = Accept { $touchpoint } for { $event }
ui-accept-suggestion = Accept suggestion
ui-accept-all =
    { $count ->
        [0] Accept all
        [one] Accept { $count }
       *[other] Accept all { $count }
    }
ui-accept-all-hint = Maps every event whose suggestion is at least so much alike, as one step
ui-likeness-from = Suggestions from
ui-least-likeness = Least likeness of the suggestions accepted together
ui-pick-touchpoint = Touchpoint
ui-pick-touchpoint-hint = Find a touchpoint…
ui-map-to = Map to touchpoint…
ui-map-to-selected = Map to { $touchpoint }
ui-unmap = Unmap
ui-unmap-not = Only rules that name an event as a whole can be taken off here; change the others under Rules.
ui-caught-by = rule { $place }, { $pattern }, takes them anyway; change it under Rules
ui-choose-events = Choose events to map them
ui-chosen-events =
    { $count ->
        [one] { $count } name, { $events } events
       *[other] { $count } names, { $events } events
    }
ui-search-events = Search event names
ui-events-all = All { $count }
ui-events-unmapped-chip = Unmapped { $count }
ui-events-suggested = Suggested { $count }
ui-events-mapped = Mapped { $count }
ui-share-mapped = { $share } of events mapped
ui-sort-count = Count
ui-sort-likeness = Likeness
ui-sort-by = Sort by { $column }
ui-why-here = Why here
ui-why-choose = Choose an event to see which rules match it.
ui-why-order = Rules that match, in order
ui-why-rule = { $place }. { $pattern } → { $touchpoint }
ui-why-rule-hint = Show this rule
ui-why-takes-all = takes all of them
ui-why-takes = takes { $taken } of { $count }
ui-why-comes-later = matches { $count }, but an earlier rule takes them
ui-why-no-rule = No rule matches this name.
ui-why-not-all = { $count } events are taken by no rule.
ui-why-nothing-alike = No touchpoint has a name like it.
ui-why-same = { $touchpoint } has the same name, but for case, accents or separators.
ui-why-alike = Most alike: { $suggestion }
ui-more-channels = { $count } more channels
ui-only-in-channel = only in { $channel }
ui-in-all-channels = in all channels
ui-rules-of = Rules of { $touchpoint }
ui-rules-of-all = all touchpoints
ui-rules-show-all = Show all
ui-no-rules = There are no rules here yet.
ui-add-rule = Add rule
ui-save-rule = Save rule
ui-rule-new = New rule
ui-rule-place = Rule { $place } of { $count }
ui-rule-row = Rule { $place }: { $pattern } to { $touchpoint }, { $takes }
ui-rule-takes-nothing = takes nothing
ui-rule-pattern = Event name or pattern
ui-rule-kind = How the name is matched
ui-rule-channel = Channel
ui-rule-to = to { $touchpoint }
ui-pattern-exact = Exactly
ui-pattern-normalised = However spelt
ui-pattern-glob = With * and ?
ui-pattern-regex = Regular expression
ui-rule-empty = Write a name or a pattern; what it matches is counted here.
ui-rule-matches =
    { $names ->
        [0] Matches no event name
        [one] Matches { $names } name, { $events } events
       *[other] Matches { $names } names, { $events } events
    }
ui-rule-takes =
    { $names ->
        [0] Takes none of them: earlier rules do
        [one] Takes { $names } name, { $events } events; earlier rules take the rest
       *[other] Takes { $names } names, { $events } events; earlier rules take the rest
    }
ui-rule-examples-more = { $names } and { $count } more
ui-rule-broken-at = Wrong at letter { $letter }: { $reason }
ui-rule-broken = This can't be used: { $reason }
ui-rule-earlier = Ask earlier
ui-rule-later = Ask later
ui-never-hit = No event of the data ever came here.
ui-never-hit-summary = The table has no row for this touchpoint.
ui-never-hit-survey = The survey has no answer about this touchpoint.
ui-rules-lead-here =
    { $count ->
        [0] No rule leads here; map events…
        [one] 1 rule leads here…
       *[other] { $count } rules lead here…
    }
ui-tray = Unmapped events
ui-tray-close = Close unmapped events
ui-tray-hint = Drag events onto a touchpoint of the map, or press Enter.
ui-tray-all = All events and rules…
ui-dragged-events = { $count } events
ui-drop-on = { $events } → { $touchpoint }
ui-rejected = Rejected rows
ui-rejected-account = { $rows } rows = { $events } events taken + { $rejected } rejected; { $fields } fields taken as no answer
ui-rejected-examples = The first { $count } of each kind:
ui-copy-list = Copy list
ui-line-name = Line
ui-column = Column
ui-value = Value
ui-reason = Reason
ui-export-to = Export…
ui-paper-size = Paper
ui-paper-fitted = As large as the map
ui-sheets-across = Sheets side by side
ui-not-held = Such a file does not hold
ui-all-slides = All slides
ui-chart-slides = Charts, too
ui-all-slides-hint = The map, each stage, the largest exits and gaps, and the actions; else the map alone
ui-width = Width
ui-export-scale = Pixels per point
ui-export-dpi = Pixels per inch
ui-export-letters-embedded = Letters as text, with their fonts
ui-export-letters-outlines = Letters as outlines
ui-export-pixels = { $width } × { $height } pixels
ui-export-size = Size
ui-export-part = Part of the map
ui-export-whole = Whole map
ui-export-stages = Some stages
ui-export-selection = What is selected
ui-export-no-selection = Select touchpoints, cards or lanes first
ui-export-lanes = Lanes: { $shown } of { $count }
ui-export-figures = Figures
ui-export-around = Around the map
ui-export-title = Title, description and persona
ui-export-other-title = Title of the picture
ui-export-logo = Logo
ui-export-choose-logo = Choose…
ui-export-remove-logo = Remove
ui-export-legend = Meaning of the signs
ui-export-border = Line around everything
ui-export-footer = Line below: { $shown } of { $count }
ui-export-look = Look
ui-export-theme = Colours
ui-export-light = Light
ui-export-dark = Dark
ui-export-print = For print
ui-export-ground = Background
ui-export-ground-theme = Of the colours
ui-export-ground-white = White
ui-export-ground-transparent = Transparent
ui-export-language = Numbers as in
ui-export-language-usual = As on the map
ui-export-slide-before = Slide before
ui-export-slide-after = Next slide
ui-export-slide-of = { $place } of { $count } · { $title }
ui-export-checking = Looking for what may be wrong …
ui-export-checks =
    { $count ->
        [0] Nothing wrong was found
        [one] One thing to look at
       *[other] { $count } things to look at
    }
ui-export-show-place = Show the place on the map
ui-pick-logo = Choose a logo
ui-written-several = { $count } pictures written to { $folder }
ui-with-data = With data
ui-hides-small = Counts below { $smallest } are hidden.
ui-preview = Preview of the picture
ui-preferences-failed = The preferences could not be read

# Work that could be lost
ui-left-over = Not saved when Pathlight ended
ui-left-over-detail = These maps have changes that are not in any file yet. What you leave is offered again at the next start.
ui-unsaved-begins = { $title } – { $begins }…
ui-unsaved-of-file = changed { $ago }, not saved · { $file }
ui-unsaved-of-no-file = changed { $ago }, never saved
ui-damaged = Can't be read: damaged, or of a newer Pathlight
ui-ago-moments = moments ago
ui-ago-minutes = { $count } min ago
ui-ago-hours = { $hours } h { $minutes } min ago
ui-ago-days =
    { $days ->
        [one] 1 day { $hours } h ago
       *[other] { $days } days { $hours } h ago
    }
ui-discard = Discard
ui-discard-for-good = Discard for good?
ui-later = Later
ui-recover-failed = The unsaved work could not be opened
ui-discard-failed = The unsaved work could not be discarded
ui-changed-headline = “{ $name }” was changed by somebody else
ui-changed-detail = Another program has written the file since you opened or saved it here. If you overwrite it, that version stays beside it as its backup.
ui-waiting-opening = Opening { $name }
ui-waiting-saving = Saving { $name }
ui-waiting-detail = The drive takes its time.
ui-waiting-detail-kept = The drive takes its time. If you leave without waiting, what is not saved is offered at the next start.
ui-stay = Stay here
ui-leave-without-waiting = Leave without waiting
ui-overwrite = Overwrite
ui-reload = Reload
ui-reload-hint = Opens their version; your changes since the last save are dropped
ui-read-only = { $who } has this map open. What you change can be saved as a copy.
ui-free = The other window has closed this map. You can save it now.
ui-free-changed = The other window has saved this map and closed it. When you save, you are asked what shall become of that version.
ui-free-reloaded = The other window has closed this map. You see what was saved there, and can edit it now.
ui-not-kept = Unsaved changes would be lost in a crash: { $reason }
ui-save-copy = Save a copy…
ui-take-over = Edit anyway
ui-somebody = Another window
ui-somebody-on = Somebody on { $host }
ui-user-on = { $user } on { $host }

# Workshop
ui-step-unnamed = Step without a name
ui-time-left = Time left { $time }
ui-time-is-up = Time is up
ui-timer-start = Start
ui-timer-pause = Pause
ui-timer-add = +{ $minutes } min
ui-timer-next = Next step
ui-next-is = Next: { $name }, { $minutes } min
ui-time-over = Over time by { $time }
ui-timer-big = Large
ui-timer-small = Back to the map
ui-last-step = Last step
ui-agenda-empty = What will be done, and how long each step may take. The timer counts down the step that is being done.
ui-agenda-add = Add step
ui-agenda-usual = Use the usual agenda
ui-agenda-planned = Planned
ui-agenda-actual = Taken so far
ui-agenda-arrive = Arrive, goal, persona
ui-agenda-collect = Collect stages and touchpoints
ui-agenda-draw = Draw the emotion curve
ui-agenda-guess = Guess the exit rates
ui-agenda-reveal = Reveal and talk
ui-agenda-vote = Vote on pain points
ui-agenda-ideas = Ideas for the worst
ui-agenda-actions = Who does what until when
ui-step-name = Step { $number }
ui-step-minutes = Minutes for step { $number }
ui-step-no-time-yet = –
ui-step-up = Move step { $number } up
ui-step-down = Move step { $number } down
ui-step-drag = Drag step { $number } to another place
ui-step-drag-hint = Drag to another place of the agenda
ui-bell-mute = This computer plays no sound: no player was found. At the end of a step the timer flashes and turns red.
ui-step-remove = Remove step { $number }
ui-parking-empty = What does not fit now is not lost: park it and go on.
ui-parking-hint = Select a cell on the map to turn a thought into a card there.
ui-park = Park a thought
ui-park-now = Park
ui-parked-text = Thought
ui-parked-who = From whom
ui-parked-number = Parked { $number }
ui-parked-to-card = Make it a card
ui-parked-needs-cell = Select a touchpoint or a cell on the map first
ui-parked-remove = Remove
ui-concealed = Hidden until you reveal the data
ui-guesses-hint = Guess for each touchpoint how many of those who come there leave for good. Then reveal what the data says.
ui-guesses-team = Another team guesses
ui-guesses-room = The whole room
ui-guesses-reveal = Reveal
ui-guesses-hide = Hide again
ui-guesses-score = Off by { $points } points on average
ui-guesses-largest = Largest gaps
ui-guess-none = guess…
ui-guess-take-back = Take back the guess of { $name }
ui-guess-of = Guessed exit rate of { $name }
ui-guess-slider = Slide the guess of { $name }
ui-guess-alone = guess { $guessed }
ui-guess-against = guess { $guessed } → measured { $measured }
ui-guess-gap = { $name }: { $against }

# Versions
ui-versions = Versions
ui-versions-none = Keep the map as it is now under a name, to compare with it or to go back to it later. Versions are saved in the map's file.
ui-version-name = Name of this version
ui-version-name-hint = after the workshop
ui-take-version = Keep this version
ui-version-named = Version { $name }
ui-version-since = { $made } · since then: { $changes }
ui-version-compare = Compare
ui-version-restore = Restore
ui-version-restore-hint = Makes the map what it was then. Undo takes it back; all versions stay.
ui-version-open = Open a copy
ui-version-open-hint = Opens it as a map of its own, not saved yet
ui-version-remove = Delete
ui-version-before = Earlier version
ui-version-with = with
ui-version-after = Later version
ui-version-show = Show
ui-version-file = Compare with a file…
ui-version-now = now
ui-version-title = { $title } ({ $version })
ui-pick-compare = Compare with map
ui-compare-failed = The maps could not be compared
ui-comparing = What has changed from “{ $before }” to “{ $after }”
ui-comparison-read-only = Close the comparison to change the map
ui-differences = Differences
ui-before-after = { $before } → { $after }
ui-no-differences = Both are the same.
ui-difference-emotion = Emotion
ui-counted = { $name } ({ $count })
ui-nothing = nothing
ui-difference-change = { $label }: { $before } → { $after }
ui-show-difference = { $kind } { $name }
ui-show-on-map = Show on the map

ui-pick-actions = Export actions
ui-filter-tables = Tables
ui-filter-reports = Reports
ui-pick-report = Write a report

# Dots
ui-dots-hint = Everybody has as many dots as you say and gives them to the cards that matter most. Nobody sees the others' dots until the vote is closed.
ui-dots-each = Dots for each person
ui-dots-afresh = Take earlier dots off the cards
ui-dots-open = Open the vote
ui-dots-open-hint =
    { $count ->
        [one] The vote is open: one dot for each person.
       *[other] The vote is open: { $count } dots for each person.
    }
ui-dots-close = Close the vote and count
ui-dots-result = Result
ui-dots-voters =
    { $count ->
        [0] Nobody has voted yet
        [one] One person has voted
       *[other] { $count } people have voted
    }
ui-dots-nobody = Without a name
ui-dots-cast = { $cast } of { $of } dots
ui-dots-left = { $left } of { $of } dots left
ui-ballot-remove = Take back the dots of { $name }
ui-cast-as = Who casts dots now?
ui-casting-as = { $name } casts dots
ui-casting-hint = Click a card, or go to it with the arrow keys and press Enter, to give it a dot; with Shift or the right button to take one back.
ui-casting-done = Done
ui-show-own-dots = Show where these dots are
ui-give-dot = Give a dot to { $words }
ui-give-dot-own = Give a dot to { $words }, { $own } given
ui-rank = { $rank }.
ui-rank-tied = { $rank }. (tied)
ui-ranked = { $rank } { $words } – { $votes }
ui-paper = Dots from paper
ui-paper-person = One person
ui-paper-totals = Totals of a wall
ui-paper-totals-hint = Dots as counted on the wall. They are added to the cards, and a vote that is open is closed.
ui-paper-name = Whose dots
ui-paper-pains = Pain points
ui-paper-opportunities = Opportunities
ui-paper-all = All cards
ui-paper-dots-of = Dots on { $words }
ui-paper-too-many = { $cast } dots, but each person has { $of }: take some back
ui-paper-next = Save and next
ui-paper-count = Count them

# Priorities
ui-actions-hint = Drag each opportunity to its impact and effort, then say who does it until when.
ui-actions-empty = No opportunities on the map yet.
ui-action-field = { $field } of { $words }
ui-view-map = Map
ui-view-matrix = Matrix
ui-matrix-empty = No opportunities on the map yet
ui-matrix-card = { $words }, impact { $impact }, effort { $effort }, { $quadrant }
ui-quadrant-quick-wins = Quick wins
ui-quadrant-big-bets = Big bets
ui-quadrant-fill-ins = Fill-ins
ui-quadrant-think-again = Think again
ui-axis-impact = Impact →
ui-axis-effort = Effort →
ui-day-example = 2026-12-31 or 31.12.2026
ui-day-example-month-first = 2026-12-31 or 12/31/2026
ui-day-wrong = No such day. Type it like { $example }.
ui-parked-drag = Drag parked { $number } onto the map
ui-parked-drag-hint = Drag onto a cell of the map to make it a card

# Own templates, and data that is not found
ui-template-save = Save as template
ui-template-name = Name of the template
ui-template-replaces = A template of this name is there already; it will be replaced and stays beside it as its backup.
ui-template-taken = Another template has this name; choose a different one.
ui-template-rename = Rename…
ui-template-other-name = Rename template
ui-template-remove = Delete
ui-template-remove-for-good = Delete for good?
ui-locate = Locate…
ui-try-again = Try again

# Data on its way, and data that has changed.
ui-partial = Partial figures: the { $part } of { $name }. They sharpen while the rest is being read.
ui-partial-hint = Rows are read in the order of the file. Journeys that go on in the part that is still to come look shorter than they are, so exits above all will change. Nothing partial is ever exported.
ui-partial-figures = Partial: the { $part } of the data
ui-first-share = first { $share }
ui-first-rows = first { $rows } rows
ui-account-of-part = { $part }: { $account }
ui-stop-reading = Stop reading
ui-export-partial = Figures can be exported when all data has been read.
ui-outdated = { $name } has changed since it was read.
ui-not-now = Not now
ui-moved = What moved
ui-moved-since = Since { $name } was read before
ui-moved-nothing = Nothing: the data is what it was.
ui-moved-rows = Rows
ui-moved-events = Events
ui-moved-same = { $count }, as before
ui-moved-pair = { $before } → { $after }
ui-moved-more = { $pair } (+{ $count })
ui-moved-fewer = { $pair } (−{ $count })
ui-moved-new-names = New event names
ui-moved-gone-names = Event names that are gone
ui-moved-more-names = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
ui-show-event = Show event { $name }
ui-show-event-hint = Show which touchpoint it belongs to
ui-moved-touchpoints = Touchpoints
ui-moved-reached = Journeys reaching it
ui-moved-exit-rate = Exit rate
ui-moved-satisfaction = Satisfaction
ui-moved-marked = more than chance
ui-moved-marked-hint = The 95 % interval of the difference excludes 0, also when allowing for the number of touchpoints.
ui-moved-incomparable = Rules, filter or touchpoints were changed meanwhile, so figures can't be compared.
ui-rename = Rename

# Maps of other programs
ui-foreign = Open { $name }
ui-foreign-differs =
    { $count ->
        [one] One thing is read otherwise than it stands in the file, or could not be read:
       *[other] { $count } things are read otherwise than they stand in the file, or could not be read:
    }
ui-foreign-line = Line { $line }: { $words }
ui-foreign-more =
    { $count ->
        [one] and 1 more of these
       *[other] and { $count } more of these
    }
ui-foreign-open = Open the map

# Charts
ui-copy-chart = Copy as a picture
ui-charts = Charts
ui-chart-save = Save as…
ui-chart-withheld = No picture was made: the chart tells counts below { $smallest }, which are hidden in everything that leaves the program (smallest group, in the inspector of the map).
ui-chart-copy = Copy picture
ui-chart-figure = Figure
ui-chart-touchpoint = Touchpoint
ui-chart-coming = Computing figures over time…
ui-chart-nothing = The data has nothing for this chart

# Presenting
ui-present-within = { $stage } › { $name }
ui-present-count = { $at } / { $count }
ui-present-goes-to = → { $number }
ui-present-spoken = { $name }, step { $at } of { $count }
ui-present-is-black = Black screen
ui-present-is-white = White screen
ui-present-previous = Previous step
ui-present-next = Next step
ui-present-first = First step
ui-present-black = Black
ui-present-white = White
ui-present-end = End presentation
ui-presenter-title = Presenter view
ui-presenter-elapsed = Presenting for { $time }
ui-presenter-step = Step { $at } of { $count }
ui-presenter-this = Picture of this step
ui-presenter-next = Next: { $name }
ui-presenter-next-picture = Picture of the next step
ui-presenter-last = Last step
ui-presenter-notes = Notes
ui-presenter-no-notes = No notes here
ui-presenter-smaller = Smaller notes
ui-presenter-larger = Larger notes

# Insights
ui-insights-page = Page of insights
ui-insights-close = Close insights
ui-insights-back = ‹ { $page }
ui-insights-anew = Computing anew…
ui-insights-more = Still looking…
ui-insights-coming = Looking for what the data says…
ui-insights-reading = The data is being read…
ui-insights-no-data = With data, this says what stands out: where customers leave, what happens before they do, what has changed, and how sure all of that is. Every number opens the journeys behind it.
ui-insights-concealed = Kept for the reveal: until then the room draws and guesses.
ui-insights-summary = A table of totals has no journeys to look into. Bring single events or answers to see what they say.
ui-insights-failed = This could not be computed.
ui-opens-journeys = { $number }: { $title }
ui-open-journeys-hint = Opens the journeys: { $title }
ui-respondents-count = { $n ->
    [one] 1 respondent
   *[other] { $count } respondents
}
ui-pick-text = Save as
ui-findings-none = Nothing stands out that chance could not explain.
ui-findings-all-aside = All that stood out has been put aside.
ui-findings-tested = Out of { $tested } comparisons, corrected together: at most one in twenty of those shown is expected to be chance.
ui-findings-copy = Copy all
ui-findings-save-text = Save as Markdown…
ui-findings-save-json = Save as JSON…
ui-findings-file = Findings
ui-findings-aside = Put aside ({ $count })
ui-finding-back = Take back
ui-finding-why = Because: { $why }
ui-finding-why-hint = Why it does not matter
ui-finding-aside = Put aside
ui-finding-more = More…
ui-finding-copy = Copy as text
ui-finding-place-hint = Shows the place on the map
ui-behaviour-nothing = The data has no segment column whose values could tell who leaves.
ui-behaviour-neither = No column tells more of who leaves than chance would.
ui-behaviour-does-alone = What customers do tells who leaves: “{ $column }” takes away { $share } of the doubt. Who they are tells no more than chance would.
ui-behaviour-is-alone = Who customers are tells who leaves: “{ $column }” takes away { $share } of the doubt. What they do tells no more than chance would.
ui-behaviour-both = { $more ->
    [does] What customers do tells more of who leaves
   *[is] Who customers are tells more of who leaves
}: “{ $does }” takes away { $does_share } of the doubt, “{ $is }” { $is_share }.
ui-behaviour-how = 0 % = the column tells nothing of who leaves, 100 % = it tells everything. The bracket is what chance alone would give.
ui-behaviour-rests-on = { $count } closed journeys
ui-behaviour-left = { $count } of them left
ui-behaviour-closed = Closed journeys
ui-behaviour-exits = Closed journeys without the goal
ui-behaviour-one-value = One value only, or all journeys end alike.
ui-behaviour-tells = Tells { $share } beyond chance
ui-behaviour-no-more = Tells no more than chance would
ui-behaviour-chance = { $share } beyond chance, which may be chance too
ui-behaviour-range = By chance alone: { $low } to { $high } (95 %)
ui-behaviour-bar = { $column } tells { $share }
ui-behaviour-nature-hint = What a column says of customers is guessed by its name. Set right what is wrong; the nine signs follow.
ui-nature-behaviour = Behaviour
ui-nature-demographic = Demographics
ui-nature-of = What “{ $column }” says
ui-journeys-all = All journeys of the selection
ui-journeys-all-respondents = All respondents of the selection
ui-journeys-of-customers = { $journeys } of { $n ->
    [one] 1 customer
   *[other] { $customers } customers
}
ui-journeys-show-all = Show all
ui-journeys-none = None of the selected journeys.
ui-journeys-no-customer = The selection has no customer with this id or pseudonym. Ids are typed exactly as they are in the data.
ui-journeys-order = Order of journeys
ui-customer-search = Find a customer
ui-customer-hint = Find a customer by id or pseudonym
ui-customer-title = Customer { $name }
ui-customer-title-hidden = The customer that was sought
ui-identity = Show who customers are
ui-identity-hint = Ids as they are in the data, and comments unmasked
ui-identity-warning = Ids and comments are shown as they are: mind who sees the screen.
ui-journey-visits = { $count ->
    [one] 1 visit
   *[other] { $shown } visits
}
ui-journey-answers = { $count ->
    [one] 1 answer
   *[other] { $shown } answers
}
ui-journey-row = { $name }, { $begin }, { $visits }, { $status }
ui-story-all = ‹ All { $count } journeys
ui-story-place = { $place } of { $count }
ui-story-of-customer = Journey { $place } of { $of } of this customer in the selection
ui-story-copy = Copy as text
ui-story-same-time = at the same time
ui-story-later = { $time } later
ui-story-unmapped = { $event } (not on the map)
ui-story-comment = “{ $words }”
ui-story-switch = now { $channel }
ui-story-negative = negative
ui-story-neutral = neutral
ui-story-positive = positive
ui-story-wait = waited { $time }
ui-story-score = score { $score }
ui-closed = Closed of them
ui-def-closed = Journeys that reached it and have waited long enough after their last event
ui-pain-journeys = Journeys with it
ui-def-pain-journeys = Journeys with at least one visit that meets the rule
ui-opens-part = Opens these journeys
ui-behind-exits = Ended at “{ $name }”
ui-behind-closed = Closed journeys through “{ $name }”
ui-behind-left = Left for good at “{ $name }”
ui-behind-returned = Left at “{ $name }” and came back later
ui-behind-open = Still open, last seen at “{ $name }”
ui-behind-scored = Answered at “{ $name }”
ui-behind-rated = { $rated ->
    [satisfied] Satisfied
    [neutral] Neither satisfied nor dissatisfied
   *[dissatisfied] Dissatisfied
} at “{ $name }”
ui-behind-all-of = { $name }: all of which it is a share
ui-behind-channel = { $channel } at “{ $name }”
ui-behind-all-goal = Reached the goal
ui-behind-all-left = Left for good
ui-behind-all-returned = Left and came back later
ui-behind-all-open = Still open
ui-before-they-leave = Before they leave
ui-def-before-they-leave = What customers meet in the last six visits before they leave, more often than the others before the goal. × is the share that left with it ÷ the share of all that left. Seen before, not the cause.
ui-before-nothing = Nothing is met before leaving that chance could not explain.
ui-before-structure = { $pattern } (structure)
ui-before-structure-hint = Structure: it only walks along the drawn line, or is the touchpoint that all of them passed.
ui-before-title = Before the end: { $pattern }
ui-before-title-at = Through “{ $name }”, before the end: { $pattern }
ui-before-row = { $pattern }: { $lift }
ui-before-hint = { $pattern }
    n = { $n } journeys, { $left } left ({ $share })
    { $odds } times the odds [{ $low }–{ $high }], q { $q }
ui-before-items = Made of…
ui-before-items-hint = What is looked for before the end
ui-lift = { $lift }×
ui-fewer = Show fewer
ui-item-touchpoint = Touchpoints
ui-item-with-channel = Touchpoints with channel
ui-item-switch = Channel switches
ui-item-long-wait = Long waits
ui-item-low-score = Low scores
ui-item-contacted-again = Asking again
ui-finding-counted = { $outcome ->
    [goal] { $count } reached the goal
    [bounced] { $count } bounced
   *[left] { $count } left
}
ui-finding-chart = Chart
ui-finding-hide-chart = Hide chart
ui-finding-pin = Pin to the map as a card
ui-finding-slide = Put on a slide
ui-finding-slide-hint = Slides are among the formats of Export: PowerPoint, PDF and pictures
ui-finding-off-slide = Take off its slide
ui-finding-on-slide = On a slide
# Nine signs
ui-sign-journeys = { $sign ->
    [low_retention] { $journeys }, the last of those who did not come again
    [high_bounce] { $journeys } of one visit
    [weak_satisfaction] { $journeys } with a dissatisfied answer
    [inconsistent_service] { $journeys } in the weaker channel
    [two_channels] { $journeys } followed up in another channel
    [customers_drifting_away] { $journeys }, the last of those who are silent
    [outdated_journey] { $journeys } since the review
   *[other] { $journeys }
}
ui-signs-sheet = To print and share
ui-signs-reviewed = Day of the last review
ui-signs-reviewed-hint = last review
ui-signs-reviewed-today = Reviewed today
ui-limit-days = days without a review
ui-limit-drift = drift since the review
ui-limit-retention = % of customers should come again
ui-limit-bounce = % bounce at most
ui-limit-satisfied = % satisfied at least
ui-limit-behaviour = times as much told by behaviour
ui-limit-points = points between channels
ui-limit-agents = % of agents gone
ui-limit-load = % more contacts per agent

# Pains
ui-pains-none = There are no pain points on the map. Those you add are ranked here by what they cost: give each a rule, and the data counts it.
ui-pains-order = By the exits they may explain, then by journeys touched and severity.
ui-pains-staff = Pain points of staff
ui-pains-staff-order = By votes, then by frequency.
ui-pains-show = Show it on the map
ui-pains-votes = { $votes ->
    [one] 1 vote
   *[other] { $votes } votes
}
ui-pains-severity = Severity { $severity } of 5
ui-pains-exits = { $n ->
    [one] May explain 1 exit
   *[other] May explain { $exits } exits
}
ui-pains-no-exits = Explains no exits
ui-pains-ratio = exit rate { $ratio } times that of the others [{ $low }, { $high }]
ui-pains-measured = { $share } [{ $low }, { $high }]
ui-pains-of = of { $n } there
ui-pains-reached = Got to “{ $name }”
ui-pains-matrix = The numbers are those of the list; a dashed edge is for what is not measured. A click opens the journeys.
ui-pains-no-rule = No rule tells the data what this is.
ui-pains-add-rule = Add a rule
ui-pains-typed = The team said { $share }.
ui-pains-disagree = The data disagrees: the team said { $share }.
ui-pains-agree = The team said { $share }, and the data agrees.

# Voice
ui-voice-none = The data has no comments and no moods. A column with what customers write, or how they feel, would be shown here.
ui-voice-no-comments = No comments or moods in the journeys that are selected.
ui-voice-silent = Silent dissatisfaction
ui-voice-silent-journeys = silent
ui-voice-low-journeys = with a low score
ui-voice-journeys = { $title }: { $count }
ui-voice-comments = { $n ->
    [one] 1 comment
   *[other] { $shown } comments
}
ui-voice-comments-of = Comments at “{ $name }”
ui-voice-response = { $share } gave a score
ui-voice-words = Said here more than elsewhere
ui-voice-word-journeys = Said “{ $word }”
ui-voice-word-hint = In { $here } comments here and { $elsewhere } elsewhere; { $z } standard errors more than elsewhere
ui-voice-quotes = Quotes
ui-voice-moods = Moods
ui-voice-bad = bad
ui-voice-neutral = neutral
ui-voice-good = good
ui-voice-net = net { $net }
ui-voice-estimated = { $mark }: { $part } of { $whole }
ui-voice-estimated-hint = The data gives no mood for these: word lists guess it from the comment. They miss irony and the words of your trade.
ui-voice-score = score { $score }
ui-voice-on-map = On the map
ui-voice-put = Put on the map
ui-voice-put-hint = As a quote card under a pseudonym. Read it first: what a machine can’t see it can’t mask.
ui-voice-journey = One journey
ui-voice-own-words = { $count ->
    [0] Moods of your own words
   *[other] Moods of your own words ({ $count })
}
ui-voice-own-words-hint = From −5, bad, to 5, good; 0 says nothing. They go before the word lists and are kept in the map.
ui-voice-language = Most comments are in { $language }.
ui-voice-new-word = Add a word
ui-voice-forget-word = Forget “{ $word }”

# Worth
ui-worth-at = Scores at
ui-worth-everywhere = All touchpoints
ui-worth-scores-at = Scores at “{ $place }” · { $what }
ui-worth-no-scores = The data has no scores. A column with them would show here what satisfied customers spend, and how many come again.
ui-worth-how = Customers with a score, in five bins by their mean score. What goes along is no proof of what brings it about.
ui-worth-no-revenue = A column with revenue would show what satisfied customers spend.
ui-worth-no-returning = Nobody with a score has been observed for 90 days, so that nothing can be said about coming again.
ui-worth-no-returning-survey = A survey does not say who comes again.
ui-worth-no-periods = At least two periods with scores, waits or agents would show them beside each other over time.
ui-worth-journeys = Journeys behind it
ui-worth-respondents = Respondents behind it
ui-worth-bin = { $range }: { $customers } customers
ui-worth-bin-journeys = Customers with a mean score of { $range }
ui-worth-score = score { $score }
ui-worth-wait = wait { $wait }
ui-worth-handled = { $handled } an hour
ui-worth-from = Journeys from { $day } on

# Goals
ui-goals-none = Say what a figure should be by a day: here you see where it is, where it is heading, and whether it will get there.
ui-goals-add = Add a target
ui-goals-remove = Remove target
ui-goals-figure = Figure
ui-goals-place = Touchpoint
ui-goals-value = Target
ui-goals-day = Day
ui-goals-at-least = At least
ui-goals-at-most = At most
ui-goals-by = { $unit } by
ui-goals-seconds = s
ui-goals-now = now { $value }, n { $n }
ui-goals-now-interval = now { $value } [{ $low }, { $high }], n { $n }
ui-goals-trend = Trend: { $change } from period to period
ui-goals-points = { $points } points
ui-goals-change-seconds = { $change } s
ui-goals-forecast = Forecast for the period from { $day } on: { $value } [{ $low }, { $high }]
ui-goals-too-few = { $count ->
    [one] 1 whole period: a forecast needs eight.
   *[other] { $count } whole periods: a forecast needs eight.
}
ui-goals-not-measured = The data does not tell this figure, or no period is over yet.
ui-goals-journeys = { $count } journeys in the last whole period
ui-goals-journeys-of = { $figure }: last whole period
ui-goals-chart = Target { $number } over time

# Personas
ui-personas-none = Personas stand beside each other here once each has a rule: which values of which columns are theirs.
ui-personas-one-only = One persona has a rule that fits the data; give another one a rule, too, and they stand beside each other here.
ui-personas-on-map = Both on the map
ui-personas-on-map-hint = What was measured of each, in the lanes of emotions and exits, while this page is open
ui-personas-one = First persona
ui-personas-other = Second persona
ui-personas-goal-of = { $name }: reached the goal
ui-personas-share = { $share } ({ $count } of { $of })
ui-personas-difference = Goal rate of ● less that of ▲: { $points } points [{ $low }, { $high }]{ $sure ->
    [yes] {""}
   *[no] ; may well be chance
}
ui-personas-overlap = Some journeys belong to both.
ui-personas-exits-of = { $name }: left at “{ $place }”
ui-personas-scores-of = { $name }: gave a score at “{ $place }”

# Suggestions
ui-suggestions-none = Map and data agree: nothing is missing, nothing stands in another order than customers meet it in.
ui-suggestions-none-survey = Map and survey agree: every touchpoint of the map has answers.
ui-suggestions-how = Each is one step, and can be undone as one.
ui-suggestion-missing = Missing on the map
ui-suggestion-unvisited = Nobody comes
ui-suggestion-both = of { $n } that meet both
ui-suggestion-order = Another order
ui-suggestion-add = Add touchpoint
ui-suggestion-remove = Remove touchpoint
ui-suggestion-move = Move it
ui-suggestion-unvisited-hint = Perhaps it is not in the data; then leave it, or give it a rule.

# Insights: actual paths.
ui-paths-survey = The data is a survey: one row for each respondent, with what they said of every touchpoint, but not the way that they took. Data with a row for each event would show the ways here.
ui-paths-none = No ways: none of the selected journeys has a touchpoint in order.
ui-paths-on-map = On the map
ui-paths-show = Arcs of actual paths
ui-paths-show-hint = The commonest steps, over the touchpoints. What the map does not have is dashed.
ui-time-to-scale = Time to scale
ui-time-to-scale-hint = Columns as wide as the median time to the next touchpoint
ui-paths-most = Steps shown
ui-paths-least = From so many journeys
ui-paths-missing-only = Only what the map lacks
ui-paths-missing-only-hint = Skips, steps back and again
ui-paths-shown = { $shown } of { $all } steps are drawn. Click an arc for its journeys.
ui-paths-ways = The commonest ways
ui-paths-count = { $ways } different ways of
ui-paths-journeys = { $n ->
    [one] { $count } journey
   *[other] { $count } journeys
}
ui-paths-goal = { $rate } reach the goal
ui-paths-closed = of { $n } closed
ui-paths-highlight = Show on the map
ui-paths-highlight-hint = Its steps stand out among the arcs
ui-paths-rest = { $count } more ways
ui-paths-missing = Steps the map does not have
ui-paths-missing-what = How many journeys made them

# Insights: what changed.
ui-changes-no-ranges = Nothing to compare: the data has no times, or spans less than two weeks.
ui-changes-usual = The last whole weeks against as many before. To choose others, compare two ranges below the map.
ui-changes-shown = The map shows these two ranges: arrows where a figure has surely changed.
ui-changes-on-map = Show on the map
ui-changes-drift = Visits have drifted by { $drift } (0 = alike, 1 = nothing in common)
ui-changes-sure = { $count ->
    [one] 1 figure has surely changed
   *[other] { $count } figures have surely changed
}
ui-changes-none-sure = No difference is larger than what chance may do.
ui-changes-unsure = { $count ->
    [one] 1 figure may be as before
   *[other] { $count } figures may be as before
}
ui-changes-unsure-what = That is no proof that nothing changed: see what so many can show.
ui-changes-whole = All journeys
ui-changes-n = { $n } { $side ->
    [before] before
   *[after] after
}
ui-changes-n-of = { $figure }: { $name }
ui-changes-can-show = can show { $unit ->
    [share] { $least } points
   *[score] { $least }
}
ui-changes-can-show-what = The smallest difference that so many would show four times out of five: where it is large, nothing can be concluded from “no change”.
ui-changes-values = { $before } → { $after }
ui-changes-step = { $way ->
    [up] ▲
   *[down] ▼
} { $unit ->
    [share] { $difference } points
   *[score] { $difference }
} [{ $low }, { $high }]
ui-changes-better = better
ui-changes-worse = worse
ui-changes-maybe = chance may do as much
ui-changes-chance = Chance after correcting for all touchpoints: q { $q }
ui-changes-channels = Mix of channels
ui-changes-entries = Where journeys begin
ui-changes-share = { $difference } points [{ $low }, { $high }]
ui-changes-side-of = { $side }: { $name }
ui-changes-mix-what = When the mix has moved, figures may change though nothing got better or worse. Channels are shares of visits, beginnings shares of journeys; a click opens the journeys.

# Insights: what if.
ui-what-if-survey = A survey does not say who leaves where, so that nothing can be said about fewer who do.
ui-what-if-no-goal = Mark a touchpoint as goal: then the page tells what fewer exits would be worth.
ui-what-if-nobody = Nobody leaves: there is nothing to gain.
ui-what-if-goal-rate = Goal rate that would follow
ui-what-if-from-to = { $now } → { $then }
ui-what-if-move = As measured. Move a slider below: what if fewer left there?
ui-what-if-unknown = Nobody can say: all who come there leave.
ui-what-if-keep = Keep as opportunities
ui-what-if-keep-hint = A card at each of these touchpoints; one step back undoes it
ui-what-if-no-lane = The map has no lane of opportunities
ui-what-if-reset = Reset
ui-what-if-worth = One point here is worth …
ui-what-if-worth-what = The most worth first. Dashed bars on the map show the exits that would be left.
ui-what-if-rest = { $count ->
    [one] 1 more touchpoint, worth less
   *[other] { $count } more touchpoints, worth less
}
ui-what-if-point = { $points } points of the goal rate
ui-what-if-rate = { $rate } leave
ui-what-if-exits = { $n ->
    [one] { $count } exit
   *[other] { $count } exits
}
ui-what-if-exits-title = Journeys that end at “{ $name }”
ui-what-if-points = { $points } points
ui-what-if-slider = Points fewer leave at { $name }

# Insights: channels.
ui-channels-none = The data has no column with channels.
ui-channels-places = Where customers are, where we are
ui-channels-not-drawn = No channels are drawn on the map yet.
ui-channels-as-drawn = Customers are where the map says.
ui-channels-missing = Customers are there, the map is not
ui-channels-unused = Drawn, and nobody comes
ui-channels-nowhere = On the map, but nowhere in these journeys: { $names }
ui-channels-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
ui-channels-at = { $channel } at “{ $name }”
ui-channels-share-of-visits = { $share } of visits
ui-channels-draw = Draw it
ui-channels-draw-named = Draw { $what }
ui-channels-add = Add channel { $channel }
ui-channels-each = Each channel
ui-channels-each-what = Share of visits whose channel is known. Exits: journeys whose last visit is there, of closed ones with a visit there.
ui-channels-share = { $share } of visits
ui-channels-visits = { $n ->
    [one] { $count } visit
   *[other] { $count } visits
}
ui-channels-through = Journeys through { $channel }
ui-channels-exits-in = Exits in { $channel }
ui-channels-exit-rate = { $share } leave [{ $low }–{ $high }]
ui-channels-mean = mean score { $mean } (n = { $n })
ui-channels-contacts = { $n ->
    [one] { $count } contact
   *[other] { $count } contacts
}
ui-channels-handled = { $per_hour } handled per hour
ui-channels-wait = median wait { $wait } (n = { $n })
ui-channels-not-on-map = not on the map
ui-channels-self-service = Self-service
ui-channels-self-service-hint = Customers help themselves here
ui-channels-rate = { $share } [{ $low }–{ $high }]
ui-channels-well = { $count } did
ui-channels-not = { $count } did not
ui-channels-solved = Solved in the first channel
ui-channels-solved-none = No touchpoint is marked as contact, or no closed journey has one in a known channel.
ui-channels-solved-well = Contacts that needed one channel
ui-channels-solved-not = Contacts that went on in another channel
ui-channels-contained = Self-service was enough
ui-channels-contained-none = Tick above which channels are self-service.
ui-channels-contained-well = Self-service only
ui-channels-contained-not = Self-service, then another channel
ui-channels-switches = Switches
ui-channels-no-switches = Nobody switches between known channels.
ui-channels-switch-rate = { $switches } of { $transitions } steps switch the channel ({ $share })
ui-channels-staying = Journeys that stay in one channel
ui-channels-switch = { $from } → { $to }
ui-channels-leave = { $share } leave
ui-channels-against = { $points } points [{ $low }, { $high }] against staying
ui-channels-uneven = Same touchpoint, other channel
ui-channels-uneven-no-scores = No touchpoint has scores in two channels.
ui-channels-uneven-what = { $count ->
    [one] 1 pair of channels compared
   *[other] { $count } pairs of channels compared and corrected together
}
ui-channels-even = No pair differs surely by half a point or more.
ui-channels-pair = “{ $name }”: { $better } better than { $worse }
ui-channels-difference = { $points } points of the scale [{ $low }, { $high }]
ui-channels-scored = Scores through { $channel } at “{ $name }”
ui-channels-hours = When the load comes
ui-channels-hours-of = Channel of the hours
ui-channels-all = All channels
ui-channels-no-times = The data has no times of day.
ui-channels-hour = { $day }, from { $hour }
