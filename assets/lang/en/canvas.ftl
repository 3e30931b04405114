# Texts of src/canvas. Keys begin with the folder's name: canvas-…

canvas-card-pain = Pain point
canvas-card-opportunity = Opportunity
canvas-card-quote = Quote
canvas-card-thought = Thought
canvas-card-backstage = Backstage
canvas-card-metric = Figure
canvas-card-note = Note

canvas-map-name = Journey map

canvas-team-said = team said { $value }
canvas-team-wants = team wants { $value }
canvas-customers-say = customers say { $value }

canvas-empty-title = Draw the first step of the journey
canvas-empty-stage = Enter adds a stage
canvas-empty-open = Ctrl+O opens a map

canvas-add-before = Add touchpoint before
canvas-add-after = Add touchpoint after
canvas-add-touchpoint-here = Add touchpoint
canvas-add-stage-before = Add stage before
canvas-add-stage-after = Add stage after
canvas-add-card-here = Add card here
canvas-remove-emotion = Delete emotion
canvas-hide-lane = Hide lane
canvas-show-lane = Show lane
canvas-add-lane = Add lane
canvas-merge-next-touchpoint = Merge with next touchpoint
canvas-merge-next-stage = Merge with next stage
canvas-collapse-lane = Collapse lane
canvas-expand-lane = Expand lane
canvas-pin-lane = Pin lane
canvas-unpin-lane = Unpin lane
canvas-collapse-named = Collapse lane { $lane }
canvas-expand-named = Expand lane { $lane }
canvas-plus-lane = + Add lane
canvas-hidden-lanes =
    { $count ->
        [one] 1 hidden
       *[other] { $count } hidden
    }

canvas-minimap = Overview of the map
