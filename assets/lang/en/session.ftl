# Texts of src/session. Keys begin with the folder's name: session-…

session-menu-file = File
session-menu-edit = Edit
session-menu-arrange = Arrange
session-menu-view = View
session-menu-data = Data
session-menu-help = Help

session-new-map = New map
session-open-file = Open…
session-save = Save
session-save-as = Save as…
session-save-as-template = Save as template
session-export = Export…
session-export-report = Report…
session-report-file = { $title } report
session-show-versions = Versions…
session-copy-as-to-be = Copy as to-be map
session-close-comparison = Close comparison
session-version-now = now
session-unnamed = without a name
session-difference-place = Place
session-difference-emotion = Emotion
session-difference-emotion-to-be = Emotion to be
session-kind-map = Map
session-kind-stage = Stage
session-kind-touchpoint = Touchpoint
session-kind-lane = Lane
session-kind-card = Card
session-kind-persona = Persona
session-kind-channel = Channel
session-kind-source = Data
session-summary-added = { $count } added
session-summary-removed = { $count } removed
session-summary-moved = { $count } moved
session-summary-changed = { $count } changed
session-summary-emotions =
    { $count ->
        [one] 1 emotion redrawn
       *[other] { $count } emotions redrawn
    }
session-summary-same = nothing has changed
session-welcome = Welcome page
session-quit = Quit

session-undo = Undo
session-redo = Redo
session-edit-text = Edit text
session-duplicate = Duplicate
session-cut = Cut
session-copy = Copy
session-paste = Paste
session-copy-picture = Copy as picture
session-delete = Delete
session-select-all = Select all
session-select-same-kind = Select all of this kind
session-select-lane = Select lane
session-select-stage = Select stage
session-select-none = Select nothing
session-find = Find…
session-replace = Find and replace…
session-find-next = Find next
session-find-previous = Find previous
session-add-stage = Add stage
session-add-touchpoint = Add touchpoint
session-add-pain = Add pain point
session-add-opportunity = Add opportunity
session-add-quote = Add quote
session-add-note = Add note
session-add-picture = Add picture…
session-add-persona = Add persona…
session-toggle-moment-of-truth = Moment of truth
session-toggle-goal = Goal
session-toggle-contact = Contact
session-emotion-minus-2 = Emotion −2
session-emotion-minus-1 = Emotion −1
session-emotion-zero = Emotion 0
session-emotion-plus-1 = Emotion +1
session-emotion-plus-2 = Emotion +2
session-move-left = Move left
session-move-right = Move right
session-move-up = Move up
session-move-down = Move down
session-begin-to-be = Start to-be curve
session-toggle-curve = Draw as-is or to-be curve
session-submenu-select = Select
session-submenu-add = Add
session-submenu-emotion = Emotion
session-submenu-extend = Extend selection
session-submenu-color = Colour
session-color-auto = Colour: automatic
session-color-indigo = Colour: indigo
session-color-blue = Colour: blue
session-color-teal = Colour: teal
session-color-green = Colour: green
session-color-purple = Colour: purple
session-color-amber = Colour: amber
session-color-red = Colour: red
session-color-grey = Colour: grey
session-tag = Tag…
session-submenu-evidence = Evidence
session-evidence-found = Evidence: found from the data
session-evidence-assumed = Evidence: assumed by the team
session-evidence-quoted = Evidence: said by a customer
session-evidence-measured = Evidence: measured
session-widen-card = Widen card
session-narrow-card = Narrow card
session-split-touchpoint = Split touchpoint
session-merge-touchpoints = Merge touchpoints
session-split-stage = Split stage here
session-merge-stages = Merge stages
session-submenu-add-lane = Add lane
session-add-channels-lane = Add lane: channels
session-add-emotion-lane = Add lane: emotion
session-add-exits-lane = Add lane: exits
session-add-satisfaction-lane = Add lane: satisfaction
session-add-thoughts-lane = Add lane: thoughts
session-add-quotes-lane = Add lane: quotes
session-add-pains-lane = Add lane: pain points
session-add-opportunities-lane = Add lane: opportunities
session-add-backstage-lane = Add lane: backstage
session-add-metrics-lane = Add lane: metrics
session-add-notes-lane = Add lane: notes
session-add-images-lane = Add lane: pictures
session-collapse-lane = Collapse or expand lane
session-pin-lane = Pin or unpin lane
session-hide-lane = Hide lane
session-show-hidden-lanes = Show hidden lanes

session-present = Present
session-present-from-selection = Present from the selection
session-toggle-presenter-view = Presenter view
session-swap-screens = Swap screens
session-toggle-stages-only = Stop at stages only
session-toggle-reveals-last = Reveal at the end
session-toggle-reveal = Reveal data
session-toggle-inspector = Inspector
session-toggle-data-bar = Data bar
session-toggle-dark-theme = Dark theme
session-toggle-history = History
session-toggle-minimap = Overview
session-zoom-in = Zoom in
session-zoom-out = Zoom out
session-zoom-fit = Show whole map
session-zoom-100 = Zoom to 100 %
session-zoom-selection = Zoom to selection
session-go-left = Go left
session-go-right = Go right
session-go-up = Go up
session-go-down = Go down
session-extend-left = Extend selection left
session-extend-right = Extend selection right
session-extend-up = Extend selection up
session-extend-down = Extend selection down

session-import-data = Import data…
session-refresh-data = Refresh data
session-show-moved = What moved since the last reading
session-reading-stopped = Reading of { $name } was stopped. Nothing of it is shown.
session-toggle-tray = Unmapped events
session-show-mapping = Events and touchpoints…
session-show-rejected = Rejected rows…
session-show-charts = Charts…
session-toggle-insights = Insights
session-submenu-insights = Pages of insights
session-show-findings = Findings: what stands out
session-show-channels = Channels
session-show-changes = What changed
session-show-paths = Actual paths
session-show-what-if = What if
session-show-behaviour = Behaviour or demographics
session-show-signs = Show the nine signs
session-show-pains = Show pains
session-show-voice = Show what customers say
session-show-worth = Show what satisfaction is worth
session-show-goals = Show goals
session-show-personas = Show personas beside each other
session-show-suggestions = Show suggestions for the map
session-show-journeys = Journeys and customers
session-next-journey = Next journey
session-previous-journey = Previous journey
session-insights-findings = Findings
session-insights-channels = Channels
session-insights-changes = What changed
session-insights-paths = Actual paths
session-insights-what-if = What if
session-insights-behaviour = Behaviour or demographics
session-insights-signs = Nine signs
session-insights-pains = Pains
session-insights-voice = Voice
session-insights-worth = Worth
session-insights-goals = Goals
session-insights-personas = Personas
session-insights-suggestions = Suggestions
session-insights-journeys = Journeys
session-order-end = Those who left first
session-order-newest = Newest first
session-order-oldest = Oldest first
session-order-most-visits = Most visits first
session-order-longest = Longest first
session-order-customer = By customer
session-compare-periods = Compare before and after
session-measure-all-customers = Measure all customers, not the persona’s alone
session-reset-filter = Reset filter

session-show-palette = Search commands…
session-show-shortcuts = Keyboard shortcuts
session-about = About Pathlight

# What the search finds
session-place-touchpoint = Touchpoint · { $stage }
session-place-stage = Stage
session-place-lane = Lane
session-place-hidden-lane = Lane, hidden
session-persona = Persona
session-place-persona = Persona
session-place-card = { $lane } · { $touchpoint }
session-place-event = Event of the data

# Where the search found what the map does not show
session-found-scenario = in the map's scenario
session-found-description = in the description
session-found-owner = in the owner
session-found-persona = in the persona
session-found-channel = in a channel's name
session-found-parked = in the parking lot
session-found-hidden = in a hidden lane

# Why a command can't run now
session-nothing-to-undo = Nothing to undo
session-nothing-to-redo = Nothing to redo
session-needs-stage = Add a stage first
session-needs-data = Import data first
session-needs-persona-rule = The persona has no rule that fits the data
session-no-filter = No filter is set
session-needs-selection = Select something first
session-not-now = Not possible now

session-edit-failed = This can't be done
session-new-persona = New persona

# Names of undo steps.
session-step-remove =
    { $count ->
        [one] Delete
       *[other] Delete { $count } things
    }
session-step-cut =
    { $count ->
        [one] Cut
       *[other] Cut { $count } things
    }
session-step-add-picture =
    { $count ->
        [one] Add picture
       *[other] Add { $count } pictures
    }
session-step-set-flag =
    { $count ->
        [one] Mark touchpoint
       *[other] Mark { $count } touchpoints
    }
session-step-set-emotion =
    { $count ->
        [one] Draw emotion
       *[other] Draw { $count } emotions
    }
session-step-move =
    { $count ->
        [one] Move
       *[other] Move { $count } things
    }
session-step-duplicate =
    { $count ->
        [one] Duplicate
       *[other] Duplicate { $count } things
    }
session-step-colour =
    { $count ->
        [one] Colour
       *[other] Colour { $count } things
    }
session-step-evidence =
    { $count ->
        [one] Change evidence
       *[other] Change evidence of { $count } cards
    }
session-step-set-span =
    { $count ->
        [one] Change width of card
       *[other] Change width of { $count } cards
    }
session-step-begin-to-be = Start to-be curve
session-step-hide-lanes =
    { $count ->
        [one] Hide lane
       *[other] Hide { $count } lanes
    }
session-step-show-lanes =
    { $count ->
        [one] Show lane
       *[other] Show { $count } lanes
    }
session-step-pin-lanes =
    { $count ->
        [one] Pin or unpin lane
       *[other] Pin or unpin { $count } lanes
    }
session-step-collapse-lanes =
    { $count ->
        [one] Collapse or expand lane
       *[other] Collapse or expand { $count } lanes
    }
session-step-import = Import data
session-step-map-events =
    { $count ->
        [one] Map event
       *[other] Map { $count } events
    }
session-step-unmap-events =
    { $count ->
        [one] Unmap event
       *[other] Unmap { $count } events
    }
session-step-accept-suggestions =
    { $count ->
        [one] Accept suggestion
       *[other] Accept { $count } suggestions
    }
session-step-time-range = Choose time range
session-step-range-before = Choose range before
session-step-compare-periods = Compare before and after
session-step-reset-filter = Reset filters
session-step-filter = Filter journeys
session-step-add-rule = Add mapping rule
session-step-change-rule = Change mapping rule
session-step-remove-rule = Remove mapping rule
session-step-move-rule = Move mapping rule

# How the names of events are matched.
session-pattern-exact = { $text }
session-pattern-normalised = { $text } (however spelt)
session-pattern-glob = { $text } (with * and ?)
session-pattern-regex = { $text } (regular expression)

# What an import brings
session-no-column = no column
session-needs-three = needs customer, time and event
session-chosen = chosen by you
session-as-before = as before
session-shows-exits = Exits
session-survey-has-no-paths = a survey has no paths
session-column-values = { $name }, { $count } values
session-column-filled = { $name }, { $share } answered
session-shows-paths = Exits and paths
session-shows-satisfaction = Satisfaction curve
session-shows-channels = Channels and switches
session-shows-segments = Segments
session-shows-sentiment = Sentiment
session-shows-wait = Waiting time
session-shows-agents = Agents
session-stage-of-import = From the data

# Workshop
session-toggle-big-text = Big text
session-show-guesses = Guesses
session-toggle-reduced-motion = Reduce motion
session-menu-workshop = Workshop
session-toggle-workshop = Workshop mode
session-show-agenda = Agenda
session-toggle-timer = Start or pause timer
session-add-minute = Add a minute
session-add-five-minutes = Add five minutes
session-next-step = Next step
session-previous-step = Previous step
session-park = Park a thought…
session-show-parking-lot = Parking lot
session-toggle-big-timer = Timer in the whole window
session-try-bell = Try the bell
session-toggle-sound = Bell at the end of a step
session-show-dots = Dots
session-toggle-vote = Open or close the vote
session-next-voter = Next person casts dots
session-type-paper-votes = Type in dots from paper…
session-show-priorities = Priorities
session-toggle-matrix = Impact and effort matrix
session-export-actions = Export actions…
session-file-name = map
session-actions-file = actions.csv

# Keys and mouse beside the commands: what is pressed, then what it does where
session-keys-or = { $keys } or { $other }
session-keys-enter = Enter
session-keys-shift-enter = Shift+Enter
session-keys-ctrl-enter = { $ctrl }+Enter
session-keys-alt-enter = Alt+Enter
session-keys-tab = Tab
session-keys-shift-tab = Shift+Tab
session-keys-escape = Escape
session-keys-letters = Letters
session-keys-sign = + or −, then 1 or 2; 0
session-keys-click = Click
session-keys-ctrl-click = { $ctrl }+click
session-keys-shift-click = Shift+click
session-keys-double-click = Double-click
session-keys-right-click = Right-click
session-keys-drag = Drag
session-keys-drag-area = Drag beside everything
session-keys-drag-area-more = { $ctrl } or Shift while doing so
session-keys-drag-edge = Drag the edge of a card
session-keys-drag-dot = Drag a dot of the curve
session-keys-wheel = Wheel
session-keys-shift-wheel = Shift+wheel
session-keys-pan = Space+drag, middle button
session-keys-zoom = { $ctrl }+wheel, pinch

session-keys-data-bar = In the data bar
session-keys-drag-name = Drag a range’s name
session-keys-left-right = ← →
session-keys-shift-left-right = Shift+← →
session-keys-ctrl-left-right = { $ctrl }+← →
session-keys-range-draw = Choose the range of time, or move its end
session-keys-range-draw-before = Choose the range before
session-keys-range-move = Move the range
session-keys-range-none = All time, or end comparing
session-keys-range-by-day = Move the range that has the keyboard by a day
session-keys-range-end = Move its end
session-keys-range-begin = Move its beginning
session-keys-events = Among event names
session-keys-shift-up-down = Shift+↑ ↓
session-keys-ctrl-a = { $ctrl }+A
session-keys-events-map = Map to a touchpoint
session-keys-events-unmap = Unmap
session-keys-events-stretch = Choose several
session-keys-events-all = Choose all that are listed
session-keys-events-drag = From the tray onto a touchpoint of the map
session-keys-shift-drag = Shift+drag
session-keys-delete = Delete
session-keys-map = On the map
session-keys-map-enter = Edit the selected text; begin a card in a selected cell
session-keys-map-letters = Begin a card in a selected cell
session-keys-map-sign = Set the emotion
session-keys-map-click = Select
session-keys-map-ctrl-click = Select this too, or no longer
session-keys-map-shift-click = Select everything up to here
session-keys-map-double-click = Edit text; begin a card in a cell; beside everything show the whole map
session-keys-map-right-click = What can be done here
session-keys-map-drag = Move cards, touchpoints, stages and lanes
session-keys-map-drag-area = Select everything inside
session-keys-map-drag-area-more = Add it to what is selected
session-keys-map-drag-edge = Widen or narrow it
session-keys-map-drag-dot = Set the emotion
session-keys-map-escape = Stop dragging and put everything back
session-keys-map-wheel = Scroll
session-keys-map-shift-wheel = Scroll sideways
session-keys-map-pan = Move the map
session-keys-map-zoom = Zoom at the pointer

session-keys-typing = While typing
session-keys-typing-enter = Next touchpoint, or next card below
session-keys-typing-shift-enter = Next stage
session-keys-typing-tab = Next lane
session-keys-typing-shift-tab = Previous lane
session-keys-typing-ctrl-enter = Done
session-keys-typing-alt-enter = New line
session-keys-typing-escape = Drop what was typed

session-keys-searching = While searching
session-keys-searching-enter = Next place; in the lower field replace
session-keys-searching-shift-enter = Previous place
session-keys-searching-escape = Close the search

session-keys-presenting = While presenting
session-keys-present-next = Space, → ↓, Page Down, Enter
session-keys-present-previous = Backspace, ← ↑, Page Up
session-keys-present-ends = Home, End
session-keys-present-number = Number, Enter
session-keys-present-black = B or the full stop
session-keys-present-white = W or the comma
session-keys-present-reveal = R
session-keys-present-view = P
session-keys-presenting-next = Next step
session-keys-presenting-previous = Step before
session-keys-presenting-ends = First step, last step
session-keys-presenting-number = Go to this step
session-keys-presenting-black = Black screen, and back
session-keys-presenting-white = White screen, and back
session-keys-presenting-reveal = Show or hide what was measured
session-keys-presenting-view = Presenter view
session-keys-presenting-click = Next step
session-keys-presenting-double-click = Edit text, begin a card in a cell
session-keys-presenting-escape = Leave the presentation

# Presenting
session-submenu-present = Present
session-present-whole = The whole map
session-present-reveal = What was measured
session-present-unnamed = Unnamed
session-note-stage =
    { $touchpoints ->
        [one] { $name }, 1 touchpoint
       *[other] { $name }, { $touchpoints } touchpoints
    }
session-note-stages = Stages
session-note-data = Data
session-note-touchpoints = Touchpoints
session-note-worst-pains = Worst pain points
session-note-pain-at = { $pain } – { $touchpoint } (severity { $severity })
session-note-measured = Measured
session-note-owner = Owner: { $name }
session-note-emotion = Drawn emotion { $value }
session-note-emotion-measured = Measured emotion { $value }
session-note-exit = { $rate } leave here
session-note-satisfaction = Satisfaction { $mean }
session-note-moment-of-truth = moment of truth
session-note-goal = goal
session-note-contact = customers ask for help here
session-note-severity = severity { $severity }
session-note-staff = staff side
session-note-grades = impact { $impact }, effort { $effort }
session-note-quoted = “{ $words }”
session-note-votes =
    { $count ->
        [one] 1 vote
       *[other] { $count } votes
    }

# What is laid over the map.
session-toggle-paths = Show paths on the map
session-toggle-time-to-scale = Time to scale
session-show-more-paths = More paths
session-show-fewer-paths = Fewer paths
session-route-note = { $customer }: { $count } touchpoints in order; dashed: not on the map
session-journeys-step = From “{ $from }” to “{ $to }”
session-journeys-gap = From “{ $from }” on to “{ $to }”
session-what-if-card = Exits { $now } → { $then }: goal rate { $goal } points
session-step-keep-what-if = Keep a what-if
