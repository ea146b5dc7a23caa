// The main job, the office and the progress in the engines beside Chromium.
import { journeys } from '../webkit/journeys.mjs'
import { Window } from '../webkit/webkit.mjs'
import { FirefoxWindow } from './firefox.mjs'

journeys('firefox', FirefoxWindow.open)
journeys('webkit', Window.open)
