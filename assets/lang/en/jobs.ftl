# Texts of src/jobs. Keys begin with the folder's name: jobs-…

jobs-profile = Looking at { $name }
jobs-load = Reading { $name }
jobs-measure = Computing figures
jobs-trend = Computing figures over time
jobs-insights = Looking for what the data says
jobs-export = Writing { $name }
jobs-preview = Laying out a preview
jobs-read-logo = Reading the logo
jobs-read-pictures =
    { $count ->
        [one] Reading a picture
       *[other] Reading { $count } pictures
    }
jobs-paint = Painting a picture
jobs-keep-copied = Keeping what was copied
jobs-read-map = Opening { $name }
jobs-ask-for-map = Asking who has { $name } open
jobs-save-map = Saving { $name }
jobs-let-go = Closing a map
jobs-find-unsaved = Looking for unsaved work
jobs-find-gone = Looking for recent maps
jobs-find-fonts = Looking for fonts
jobs-pasted-picture = Pasted picture
jobs-no-thread = The work could not be started
jobs-panicked = This is a fault in Pathlight. Your map is as it was; save it and try again.
