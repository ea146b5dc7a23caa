/**
 * The table of a field: rows of cells. It is fetched where a plan asks for one.
 * @module
 */
import { define } from './define.js'
import { PhieuTable } from './table/element.js'

define('phieu-table', PhieuTable)
