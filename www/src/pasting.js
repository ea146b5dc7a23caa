/**
 * What is pasted into a table of a form, or read into it from a file. It is fetched when somebody does so.
 * @module
 */
import { define } from './define.js'
import { PhieuPasting } from './pasting/element.js'

define('phieu-pasting', PhieuPasting)
