/**
 * What is pasted into a table of a form or its list of activities, or read into it from a file. It is fetched when somebody does
 * so.
 * @module
 */
import { define } from './define.js'
import { PhieuPasting } from './pasting/element.js'

export { copied } from './pasting/clipboard.js'
export { Pasting } from './pasting/rows.js'

define('phieu-pasting', PhieuPasting)
