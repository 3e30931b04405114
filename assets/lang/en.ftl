# Every text a user sees. Keys: place, then what it says. Plain sentences, sentence case.

app-name = Pathlight
