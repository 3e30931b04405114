# Texts of src/ingest. Keys begin with the folder's name: ingest-…

# Roles of columns within a sentence
ingest-role-customer = customer
ingest-role-time = time
ingest-role-clock = time of day
ingest-role-event = event
ingest-role-journey = journey
ingest-role-channel = channel
ingest-role-score = score
ingest-role-sentiment = sentiment
ingest-role-text = text
ingest-role-wait = wait
ingest-role-agent = agent
ingest-role-outcome = outcome
ingest-role-revenue = revenue
ingest-role-reached = number of journeys that got here
ingest-role-exits = number of exits
ingest-role-answers = number of answers
ingest-role-segment = segment
ingest-role-rating = rating

# Why a column was given its role
ingest-by-name = by its name
ingest-only-times = it alone holds times
ingest-times-of-day = it holds times of day, and the time column dates alone
ingest-repeating-texts = its few texts come again and again
ingest-case-as-customer = no column names customers, so each case counts as a customer of its own
ingest-different-texts = { $count } different texts
ingest-each-once = it names each touchpoint once
ingest-whole-numbers = whole numbers from { $min } to { $max }

# What is not safe to guess; the remedy names the option of the command line
ingest-several-columns = Several columns may be the { $role }: `{ $columns }`.
ingest-unnamed-columns = No name says which column is the { $role }; it may be `{ $columns }`.
ingest-account = { $rows } rows = { $taken } taken + { $rejected } rejected
ingest-account-left-out = { $rows } rows = { $taken } taken + { $rejected } rejected + { $left } left out as chosen
ingest-attributes-customer = No column of `{ $file }` looks like the customer by whom it is joined.
ingest-choose = Choose one with { $option }.
ingest-no-times = No column holds times, so this is no log of interactions.
ingest-may-be-attributes = With one row per customer it may serve as customer attributes.
ingest-no-column = No column looks like the { $role }.
ingest-name-it = If there is one, name it with { $option }.
ingest-dates-both-ways = Dates in `{ $column }` read both ways, such as `{ $value }`: does the day or the month come first?
ingest-say-date-order = Say with --date-order dmy or --date-order mdy.
ingest-short-years = Years in `{ $column }` have two digits, such as `{ $value }`: which of the three is the year, which the day?
ingest-say-which-is-year = Say with --date-order dmy, mdy or ymd.
ingest-start-and-end = Steps are recorded with their start and end (`{ $column }`), so each would count twice.
ingest-keep-rows = Keep only one with --keep-rows "{ $column }={ $value }", or count every row with "{ $column }=*".
ingest-several-files = Several files of the archive may be the data: `{ $files }`.
ingest-several-types = The objects of which type are the customers? There are `{ $types }`.
ingest-objects-as-customers = objects of the type { $type } count as customers
ingest-several-tables = Several tables look like interaction data: `{ $tables }`.

# What is wrong with a row or a field
ingest-field-missing = { $fields } of { $columns } fields. A separator or field is missing.
ingest-field-too-many = { $fields } of { $columns } fields. A separator is too many.
ingest-quote-open = A quotation mark is opened and never closed.
ingest-row-empty = Every field is empty.
ingest-garbled = Some characters could not be read and stand as �: the encoding may be another one.
ingest-cell-empty = `{ $column }` is empty.
ingest-unreadable = `{ $value }` in `{ $column }` is not { $wanted }.
ingest-wanted-time = a time as in the other rows
ingest-wanted-number = a number
ingest-wanted-score = a score from { $min } to { $max }
ingest-wanted-mood = a mood word or number
ingest-wanted-seconds = a number of seconds
ingest-wanted-amount = an amount
ingest-wanted-count = a whole number
ingest-wanted-exits = at most { $reached }, as many as got here
ingest-wanted-answers = taken: nothing says of how many answers it is the mean
ingest-no-figures = No figure stands beside the name.

# What concerns a file as a whole
ingest-many-attributes = The log has more than { $most } attributes; only the first { $most } are columns.
ingest-lost-objects = { $count } links lead to objects that are not in the log.
ingest-lost-events = { $count } links come from events that are not in the log.
ingest-repeated-events = { $count } events are in the log a second time and count once.
ingest-unknown-types = { $count } events have a type that the log does not declare and are not read.
ingest-header-lacks = { $file } lacks columns of the first file: `{ $columns }`.
ingest-header-more = { $file } has columns that the first file lacks: `{ $columns }`.
ingest-header-differs = { $file } lacks columns of the first file (`{ $lacks }`) and has others (`{ $more }`).
ingest-customer-twice = { $file }: `{ $customer }` stands in the table of customers a second time; the first row counts.
ingest-no-attributes = { $count } customers are not in the table of customers, so nothing is known of them.

# Values as they are read
ingest-seconds = { $count } s
ingest-positive = positive
ingest-neutral = neutral
ingest-negative = negative
