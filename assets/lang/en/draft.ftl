# Texts of src/draft. Keys begin with the folder's name: draft-…

draft-persona = Customer
draft-stage-discover = Discover
draft-stage-choose = Choose
draft-stage-join = Join
draft-stage-buy = Buy
draft-stage-receive = Receive
draft-stage-get-help = Get help
draft-stage-leave = Leave
draft-stage-ratings = Ratings
