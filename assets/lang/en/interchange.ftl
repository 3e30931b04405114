# Texts of src/interchange. Keys begin with the folder's name: interchange-…

interchange-persona = Customer
interchange-mermaid-no-header = there is no Mermaid journey in this text
interchange-mermaid-no-header-hint = A journey begins with a line that says only “journey”.
interchange-mermaid-empty = the journey has no tasks
interchange-mermaid-empty-hint = Write at least one task, such as “Make tea: 5: Me”.
interchange-mermaid-not-understood = This line is no title, section or task and was left out.
interchange-mermaid-no-score = The task has no number as score, so no emotion is drawn for it.
interchange-mermaid-score-outside = The score is outside 1 to 5; the emotion is drawn at the end of its scale, and the score is kept.

interchange-open-journey-not-json = this is no JSON: { $problem }
interchange-open-journey-not-json-hint = Export the journey once more as OpenJourney (.ojf).
interchange-open-journey-no-stages = there are no stages in this file
interchange-open-journey-no-stages-hint = An OpenJourney file has the lists “stages”, “swimlanes” and “nodes”.
interchange-open-journey-no-stage = The node names a stage that is not in the list; a stage of that name was made for it.
interchange-open-journey-no-lane = The node names a swimlane that is not in the list; a lane of that name was made for it.
interchange-open-journey-score-outside = The score is outside −5 to +5; the emotion is drawn at the end of its scale, and the score is kept.
interchange-open-journey-not-a-node = This is no object and was left out.
interchange-open-journey-onstage = Onstage
interchange-open-journey-support = Support
interchange-open-journey-evidence = Evidence

interchange-table-empty = the table has no rows
interchange-table-empty-hint = Give a table with a heading line and a row for each touchpoint.
interchange-table-no-touchpoints = no column is headed “Touchpoint” or “Step”; there are: { $columns }
interchange-table-no-touchpoints-hint = Name the column with the touchpoints “Touchpoint”, and, if there is one, the column with the stages “Stage”.
interchange-table-broken = a field in quotes has no end
interchange-table-broken-hint = Close the quotes, or save the table once more as CSV.
interchange-table-bad-emotion = This is no number from −2 to +2, so no emotion is drawn here.
interchange-table-emotion-outside = The emotion is outside −2 to +2 and is drawn at the end of the scale.
interchange-table-no-name = The row names no touchpoint and none stands above it; it was left out.

# What a format does not hold
interchange-loss-cards = { $count ->
    [one] one card
   *[other] { $count } cards
}
interchange-loss-channels = channels of { $count ->
    [one] one touchpoint
   *[other] { $count } touchpoints
}
interchange-loss-stars = { $count ->
    [one] one star of a moment of truth
   *[other] { $count } stars of moments of truth
}
interchange-loss-neutral = { $count ->
    [one] one touchpoint without emotion becomes neutral
   *[other] { $count } touchpoints without emotion become neutral
}
interchange-loss-other-emotions = at { $count ->
    [one] one touchpoint
   *[other] { $count } touchpoints
} the emotion of personas who feel otherwise than the first
interchange-loss-to-be = { $count ->
    [one] one to-be curve
   *[other] { $count } to-be curves
}
interchange-loss-names = { $count ->
    [one] one name is written without signs that the format keeps for itself
   *[other] { $count } names are written without signs that the format keeps for itself
}
interchange-loss-data = the link to the data and all figures
interchange-loss-personas = the curves of all personas but the first
interchange-loss-pictures = { $count ->
    [one] one picture
   *[other] { $count } pictures
}
interchange-loss-votes = votes, guesses and the agenda of the workshop
interchange-loss-snapshots = { $count ->
    [one] one saved version
   *[other] { $count } saved versions
}
