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

# Formats
export-format-png = Picture (PNG)
export-format-svg = Drawing (SVG)
export-format-pdf = Document (PDF)
export-format-pptx = Slides (PowerPoint)
export-format-csv = Table of figures (CSV)
export-format-json = Map and figures (JSON)
export-format-md = Text (Markdown)
export-format-mmd = Diagram (Mermaid)
export-format-ojf = Journey (OpenJourney)
export-about-png = A picture for slides, pages and chats
export-about-svg = A drawing that is sharp at any size and can be changed in a drawing program
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
