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
overlay-step-points-better = { $difference } pts, better
overlay-step-points-worse = { $difference } pts, worse
overlay-step-better = { $difference }, better
overlay-step-worse = { $difference }, worse
overlay-step-interval = { $low } to { $high }
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

# What figures mean, in reports and workbooks.
overlay-journey = Journey
overlay-journey-means = The events of a customer that belong together: those with the same journey id or, without one, those not parted by a longer pause than the gap. Counted with at least one event at a touchpoint of the map.
overlay-closed = Closed
overlay-closed-means = A journey whose last event is so long ago that it will hardly go on. All rates are taken of closed journeys, so that the end of the data looks neither like success nor like failure.
overlay-status = Goal, open, returned, left
overlay-status-means = Each journey is one of these: it reached a goal; it is too young to say; it ended without a goal and the customer came back later; it ended without a goal for good. Returned and left together are exits.
overlay-visits-name = Visits, customers, reached
overlay-visits-means = Events at the touchpoint; distinct customers among them; journeys with at least one visit.
overlay-exit-rate = Exit rate
overlay-exit-rate-means = Exits ÷ closed journeys that reached the touchpoint: of those who got here, how many left here.
overlay-exit-rate-visits = Exit rate of visits
overlay-exit-rate-visits-means = Exits ÷ visits in closed journeys, as web analytics counts.
overlay-drop-off = Drop-off along the drawn line
overlay-drop-off-means = 1 − closed journeys that later visit the next touchpoint of the map ÷ closed journeys that reached this one. People skip steps, so it is not the exit rate.
overlay-satisfaction = Satisfaction
overlay-satisfaction-means = Mean of the scored visits on the scale of the data, with how many there were.
overlay-satisfied = Satisfied, neutral, dissatisfied
overlay-satisfied-means = Scores in the upper quarter of the scale, between, and in the lower quarter; on 1–5 these are 4–5, 3 and 1–2.
overlay-emotion = Measured emotion
overlay-emotion-means = The mean score brought to the −2 … +2 of the drawn curve.
overlay-gap = Emotion gap
overlay-gap-means = Drawn emotion − measured emotion: above 0 the team thought better of it than customers do.
overlay-nps = Net promoter score
overlay-nps-means = On a scale of 0–10 only: per cent of 9–10 minus per cent of 0–6.
overlay-sentiment = Sentiment
overlay-sentiment-means = Visits that sound positive, neutral or negative; net = (positive − negative) ÷ all three.
overlay-wait = Wait
overlay-wait-means = Median and 90th percentile of how long customers waited.
overlay-again = Contacted again
overlay-again-means = Of visits at which customers ask for help, those after which the same customer asks again within seven days.
overlay-agents = Several agents
overlay-agents-means = Of journeys with an agent here, those with two or more different ones.
overlay-response = Response rate
overlay-response-means = Visits with a score ÷ visits.
overlay-transition = Transition
overlay-transition-means = The next visit after one touchpoint is at the other, in the same journey; with median and 90th percentile of the time between.
overlay-switch = Channel switch
overlay-switch-means = A transition between two known, different channels; beside it the exit rate of the closed journeys that made it.
overlay-goal-rate = Goal rate
overlay-goal-rate-means = Closed journeys with a goal ÷ closed journeys.
overlay-bounce-rate = Bounce rate
overlay-bounce-rate-means = Closed journeys without a goal and with exactly one visit ÷ closed journeys.
overlay-pain-share = Frequency of a pain point
overlay-pain-share-means = Journeys with a visit that meets the pain point’s rule ÷ journeys that reached the touchpoint.
overlay-pain-impact = Exits it may explain
overlay-pain-impact-means = (Exit rate of journeys with the pain − of those without) × journeys with the pain. The two can differ in more than the pain.
overlay-interval-name = Intervals
overlay-interval-means = They cover the true value in 95 of 100 cases: Wilson’s for shares, Student’s t for means. What rests on fewer than 30 is marked.
overlay-small = Small groups
overlay-small-means = Counts from 1 to below the smallest group are written like “<5”, and what would tell them by subtraction is hidden, so that no figure points at single people.
