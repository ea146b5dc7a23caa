/**
 * The screens and parts that no first field needs: two lines each. They stand in an object of our own: the one that a
 * bundler makes of a module's names would also hold what an old library gives every object.
 * @module
 */
import { screen as access } from './access/screen.js'
import { screen as agenda } from './agenda/screen.js'
import { screen as block } from './block/screen.js'
import { screen as follows } from './follows/screen.js'
import { screen as forget } from './forget/screen.js'
import { screen as held } from './held/screen.js'
import { screen as map } from './map/screen.js'
import { screen as obstacle } from './obstacle/screen.js'
import { screen as otherwise } from './otherwise/screen.js'
import { screen as outbox } from './outbox/screen.js'
import { screen as paper } from './paper/screen.js'
import { screen as picker } from './picker/screen.js'
import { screen as plan } from './plan/screen.js'
import { screen as receipt } from './receipt/screen.js'
import { screen as review } from './review/screen.js'
import { screen as scan } from './scan/screen.js'
import { screen as strays } from './strays/screen.js'
import { screen as sums } from './sums/screen.js'

/** @typedef {'loading' | 'failed' | 'units' | 'duties' | 'form' | keyof typeof screens} Screen */

export const screens = {
  access,
  agenda,
  block,
  follows,
  forget,
  held,
  map,
  obstacle,
  otherwise,
  outbox,
  paper,
  picker,
  plan,
  receipt,
  review,
  scan,
  strays,
  sums,
}
