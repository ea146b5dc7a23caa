/**
 * What the office's page of progress loads: `<phieu-progress>`, how far every target of a plan is, and who is missing.
 * The same on `<div data-phieu-progress data-plan="…">`, for portals whose editor drops every tag with a hyphen.
 * @module
 */
import { define } from './define.js'
import { mountAll } from './mount.js'
import { PhieuDecision } from './office/decision.js'
import { PhieuProgress } from './progress/element.js'

export { filesAt } from './here.js'

define('phieu-decision', PhieuDecision)
define('phieu-progress', PhieuProgress)
mountAll('phieu-progress')
