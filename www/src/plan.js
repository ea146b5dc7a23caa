/**
 * What the page "Soạn kế hoạch" loads: `<phieu-plan>`, which turns a document into a published plan.
 * The same on `<div data-phieu-plan data-endpoint="…">`, for portals whose editor drops every tag with a hyphen.
 * @module
 */
import { define } from './define.js'
import { mountAll } from './mount.js'
import { PhieuPlan } from './plan/element.js'

export { filesAt } from './here.js'

define('phieu-plan', PhieuPlan)
mountAll('phieu-plan')
