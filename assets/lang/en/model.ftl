# Texts of src/model. Keys begin with the folder's name: model-…

# Names of undo steps: “Undo: Move 3 cards”.
model-edit-set-title = Rename map
model-edit-set-map-kind = Change between as-is and to-be
model-edit-set-description = Describe map
model-edit-set-smallest-group = Change smallest group
model-edit-set-reviewed = Set day of review
model-edit-set-thresholds = Change thresholds of signs
model-edit-dismiss-finding = Put finding aside
model-edit-restore-finding = Bring finding back
model-edit-put-on-slide = Put finding on a slide
model-edit-take-off-slide = Take finding off its slide

model-edit-add-stage = Add stage
model-edit-rename-stage = Rename stage
model-edit-move-stage = Move stage
model-edit-set-stage-colour = Colour stage
model-edit-split-stage = Split stage
model-edit-merge-stages =
    { $count ->
        [one] Merge stage
       *[other] Merge { $count } stages
    }
model-edit-duplicate-stage = Duplicate stage
model-edit-remove-stage = Delete stage

model-edit-add-touchpoint = Add touchpoint
model-edit-rename-touchpoint = Rename touchpoint
model-edit-move-touchpoints =
    { $count ->
        [one] Move touchpoint
       *[other] Move { $count } touchpoints
    }
model-edit-duplicate-touchpoints =
    { $count ->
        [one] Duplicate touchpoint
       *[other] Duplicate { $count } touchpoints
    }
model-edit-split-touchpoint = Split touchpoint
model-edit-merge-touchpoints =
    { $count ->
        [one] Merge touchpoint
       *[other] Merge { $count } touchpoints
    }
model-edit-set-tags = Change tags
model-edit-add-tag =
    { $count ->
        [one] Add tag
       *[other] Add tag to { $count } things
    }
model-edit-remove-tag =
    { $count ->
        [one] Remove tag
       *[other] Remove tag from { $count } things
    }
model-edit-mark-goal = Mark goal
model-edit-unmark-goal = Unmark goal
model-edit-mark-contact = Mark call for help
model-edit-unmark-contact = Unmark call for help
model-edit-mark-moment-of-truth = Mark moment of truth
model-edit-unmark-moment-of-truth = Unmark moment of truth
model-edit-set-channels = Change channels of touchpoint
model-edit-set-owner = Change owner
model-edit-set-touchpoint-description = Describe touchpoint
model-edit-remove-touchpoints =
    { $count ->
        [one] Delete touchpoint
       *[other] Delete { $count } touchpoints
    }
model-edit-set-emotion = Draw emotion
model-edit-remove-emotion = Delete emotion
model-edit-set-roles = Change goals and calls for help

model-edit-add-lane = Add lane
model-edit-rename-lane = Rename lane
model-edit-move-lane = Move lane
model-edit-hide-lane = Hide lane
model-edit-show-lane = Show lane
model-edit-pin-lane = Pin lane
model-edit-unpin-lane = Unpin lane
model-edit-collapse-lane = Collapse lane
model-edit-expand-lane = Expand lane
model-edit-set-lane-personas = Choose curves of lane
model-edit-duplicate-lane = Duplicate lane
model-edit-remove-lane = Delete lane

model-edit-add-card = Add card
model-edit-pin-card = Pin to the map
model-edit-set-card-text = Edit card
model-edit-set-card-kind = Change card
model-edit-set-evidence = Change evidence
model-edit-set-span = Change width of card
model-edit-set-votes = Change votes
model-edit-set-card-colour =
    { $count ->
        [one] Colour card
       *[other] Colour { $count } cards
    }
model-edit-duplicate-cards =
    { $count ->
        [one] Duplicate card
       *[other] Duplicate { $count } cards
    }
model-edit-move-cards =
    { $count ->
        [one] Move card
       *[other] Move { $count } cards
    }
model-edit-remove-cards =
    { $count ->
        [one] Delete card
       *[other] Delete { $count } cards
    }

model-edit-add-persona = Add persona
model-edit-set-persona = Edit persona
model-edit-remove-persona = Delete persona

model-edit-add-channel = Add channel
model-edit-set-channel = Edit channel
model-edit-mark-self-service = Mark channel as self-service
model-edit-unmark-self-service = Unmark channel as self-service
model-edit-add-target = Add target
model-edit-set-target = Edit target
model-edit-remove-target = Delete target
model-edit-set-word-mood = Set mood of word
model-edit-remove-channel = Delete channel

model-edit-add-source = Link data
model-edit-set-source = Change how data is read
model-edit-remove-source = Unlink data

model-edit-paste-table =
    { $count ->
        [one] Paste
       *[other] Paste { $count } cells
    }
model-edit-paste-stages =
    { $count ->
        [one] Paste stage
       *[other] Paste { $count } stages
    }
model-edit-paste-touchpoints =
    { $count ->
        [one] Paste touchpoint
       *[other] Paste { $count } touchpoints
    }
model-edit-paste-lanes =
    { $count ->
        [one] Paste lane
       *[other] Paste { $count } lanes
    }
model-edit-paste-cards =
    { $count ->
        [one] Paste card
       *[other] Paste { $count } cards
    }
model-edit-replace =
    { $count ->
        [one] Replace text
       *[other] Replace { $count } texts
    }

model-edit-take-snapshot = Take snapshot
model-edit-rename-snapshot = Rename snapshot
model-edit-remove-snapshot = Delete snapshot
model-edit-restore-snapshot = Restore snapshot

model-edit-set-agenda = Change agenda
model-edit-set-guess = Guess exit rate
model-edit-remove-guesses = Delete guesses
model-edit-open-voting = Open vote
model-edit-cast-votes = Cast votes
model-edit-remove-ballot = Take votes back
model-edit-close-voting = Close vote
model-edit-park = Park a thought
model-edit-set-parked = Edit parked thought
model-edit-remove-parked = Delete parked thought
model-edit-parked-to-card = Turn parked thought into card

# Name of the map of what should happen.
model-to-be-title = { $title } (to be)

# Places in a map file, for the integrity check.
model-kind =
    { $kind ->
        [stage] stage
        [touchpoint] touchpoint
        [lane] lane
        [card] card
        [persona] persona
        [channel] channel
        [snapshot] snapshot
       *[source] data source
    }
model-place = { $kind } { $id } “{ $name }”
model-place-unnamed = { $kind } { $id }
model-place-order =
    { $list ->
        [stages] order of stages (about.stages)
        [lanes] order of lanes (about.lanes)
       *[personas] order of personas (about.personas)
    }
model-place-card = the card
model-place-workshop = workshop ({ $part })
model-place-in-snapshot = snapshot { $snapshot }, { $place }
model-place-parked = the parked thought
model-place-target = a target
model-place-words = moods of words

# Problems the integrity check finds: what is wrong, then what to do.
model-problem-id-not-below-next = next_id is { $next }, but ids must stay below it; set next_id above { $above }
model-problem-id-shared = has the same number as { $other }; give one of the two an unused number
model-problem-dangling = names { $id }, which is not in the map; remove the reference or add the record
model-problem-repeated = names { $id } more than once; keep one
model-problem-not-listed = does not name { $id }; add it
model-problem-no-stage = is in no stage; add it to the touchpoints of one
model-problem-several-stages = is named more than once by stages ({ $stages }); keep one
model-problem-lane-without-cards = is in lane { $lane }, which holds no cards; move it to another lane
model-problem-slot = is in slot { $found } where { $expected } is next; number the cards of a cell 0, 1, 2 … without gaps
model-problem-span-of-card = covers { $found } touchpoints to its right, but there are { $most }; make the span smaller
model-problem-lane-without-curves = names personas but shows no emotions; remove them
model-problem-guess = has a guess of { $value } for { $touchpoint }; use a share from 0 to 1
model-problem-target-place = names a touchpoint for a figure of whole journeys, or none for a figure of a touchpoint; give it what its figure needs
model-problem-target-value = has the value { $value }; use a number
model-problem-word-mood = gives “{ $word }” the mood { $mood }; use a word and a number from -5 to 5
model-problem-ballot-twice = has two ballots of “{ $name }”; keep one
model-problem-ballot-size = has { $cast } votes of “{ $name }”, but a person has { $allowed }; take some away
model-problem-no-votes = has a ballot of “{ $name }” with 0 votes for { $card }; leave it out
model-problem-snapshot-nested = holds snapshots itself; remove them
model-problem-snapshot-id = is older than ids in its map; give it a number that was free when it was taken
model-problem-grade = has { $field } { $value }; use 1 to 5
model-problem-picture = names the picture of card { $card }, which has none; paste the picture anew
model-problem-frequency = has frequency { $value }; use a share from 0 to 1
model-problem-rule-number = has a rule with a number that is none; use a plain number
model-problem-scale = has a scale from { $min } to { $max }; the lowest score must be below the highest
model-problem-span =
    { $field ->
        [gap] has a gap
       *[open] has an open time
    } that can't be written as whole seconds, minutes, hours or days; write it like 30d, 12h, 45min or 90s
model-problem-date = has { $field } “{ $value }”, which is no date; write it like 2024-03-01 or 2024-03-01T09:00:00Z
model-problem-regex = has the pattern “{ $pattern }”, which is not a regular expression ({ $reason }); correct it or use Glob

# Fields and their values, in lists of what changed between two maps.
model-field-name = Name
model-field-description = Description
model-field-owner = Owner
model-field-channels = Channels
model-field-goal = Goal
model-field-contact = Call for help
model-field-moment-of-truth = Moment of truth
model-field-tags = Tags
model-field-text = Text
model-field-kind = Kind
model-field-severity = Severity
model-field-side = Who suffers
model-field-frequency = Frequency
model-field-impact = Impact
model-field-effort = Effort
model-field-due = Due
model-field-source = Source
model-field-value = Value
model-field-votes = Votes
model-field-evidence = Evidence
model-field-quote = Quote
model-field-segment = Segment
model-field-hidden = Hidden
model-field-pinned = Pinned
model-field-collapsed = Collapsed
model-field-curves = Curves
model-field-color = Colour
model-field-width = Touchpoints covered
model-field-rule = Rule
model-field-picture = Picture
model-field-smallest-group = Smallest group
model-field-path = File
model-field-event-rules = Rules
model-field-filter = Filter
model-field-agenda = Agenda
model-field-guesses = Guessed exit rates
model-field-parking = Parking lot
model-agenda-step = { $name } ({ $minutes } min)
model-field-before = Compared with
model-field-self-service = Self-service
model-field-targets = Targets
model-field-word-moods = Moods of words
model-target = { $figure } { $value } by { $by }
model-picture-before = the earlier one
model-picture-after = another one
model-map-as-is = as-is
model-map-to-be = to-be
model-rule-wait-over = waited longer than { $seconds } s
model-rule-score-at-most = score { $score } or lower
model-rule-sentiment-negative = negative sentiment
model-rule-contacted-again = contacted again within 7 days
model-rule-channel-switch = came from another channel
model-rule-text-contains = says “{ $words }”
model-rule-event-name = event “{ $name }”
model-card-note = Note
model-card-pain = Pain point
model-card-opportunity = Opportunity
model-card-quote = Quote
model-card-thought = Thought
model-card-backstage = Backstage
model-card-metric = Metric
model-card-image = Picture
model-side-customer = Customer
model-side-staff = Staff
model-evidence-assumed = Assumed
model-evidence-quoted = Quoted
model-evidence-measured = Measured
model-yes = Yes

# Figures that can be followed over time.
model-figure-journeys = Journeys
model-figure-customers = Customers
model-figure-goal-rate = Goal rate
model-figure-bounce-rate = Bounce rate
model-figure-visits = Visits
model-figure-exit-rate = Exit rate
model-figure-drop-off = Drop-off
model-figure-satisfaction = Mean score
model-figure-satisfied = Satisfied
model-figure-sentiment = Net sentiment
model-figure-wait = Median wait
model-figure-again = Contacted again
