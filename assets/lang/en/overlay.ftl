# Texts of src/overlay. Keys begin with the folder's name: overlay-…
# $n is the plain number that chooses the form, $shown the same number as written.

overlay-summary = summary table, figures as given
overlay-not-in-table = not in the table
overlay-reached = { $shown } reached
overlay-visits =
    { $n ->
        [0] no visits
        [one] { $shown } visit
       *[other] { $shown } visits
    }
overlay-was = was { $value }
overlay-was-up = was { $value } ↑
overlay-was-down = was { $value } ↓
overlay-footer-before = { $footer } · compared with { $period }
overlay-never-hit = never in the data
overlay-answers =
    { $n ->
        [0] no answers
        [one] { $shown } answer
       *[other] { $shown } answers
    }
overlay-rows =
    { $n ->
        [one] { $shown } row
       *[other] { $shown } rows
    }
overlay-events =
    { $n ->
        [one] { $shown } event
       *[other] { $shown } events
    }
overlay-interval = ±{ $points }
overlay-few = n = { $n }
overlay-mean-score = { $mean } · n { $n }
overlay-pain = { $share } of journeys
overlay-pain-answers = { $share } of answers
overlay-pain-few = { $share } · n = { $n }
overlay-pain-below = { $shown } journeys
overlay-pain-below-answers = { $shown } answers
overlay-below = <{ $n }
overlay-intervals = 95 % intervals
overlay-hidden = groups under { $n } hidden
overlay-as-of = made { $date }
overlay-fingerprint = file { $fingerprint }
overlay-filter-segment = { $column }: { $values }
overlay-filter-channels = through { $names }
overlay-filter-goal = reached a goal
overlay-filter-open = still open
overlay-filter-returned = came back later
overlay-filter-left = left for good

# Parts of the line under a picture
overlay-part-source = Source
overlay-part-fingerprint = File’s fingerprint
overlay-part-rows = Rows
overlay-part-period = Period
overlay-part-filter = Filter
overlay-part-smallest-group = Smallest group
overlay-part-date = Date
