// WebKit, the engine of every browser on an iPhone.
import { journeys } from './journeys.mjs'
import { Window } from './webkit.mjs'

journeys('webkit', Window.open)
