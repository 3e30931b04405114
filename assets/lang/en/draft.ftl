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
draft-template-empty = One stage with one touchpoint and the usual lanes.
draft-template-online-shop = From an ad to the parcel, with returns and support.
draft-template-support-case = A customer with a problem: noticing, asking, waiting, solving.
draft-template-airport-visit = A passenger’s way from home to the seat.
