# Texts of src/store. Keys begin with the folder's name: store-…

store-preferences-set-aside = The preferences could not be understood ({ $reason }) and start anew. The old file { $file } was kept as { $aside }.
store-preferences-unreadable = The preferences { $file } could not be read: { $reason }. The usual ones are used.
