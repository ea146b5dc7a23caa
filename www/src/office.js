/**
 * What the office's page loads: `<phieu-office>`, who has sent, who is late and who is missing.
 * @module
 */
import { define } from './define.js'
import { PhieuDecision } from './office/decision.js'
import { PhieuOffice } from './office/element.js'

define('phieu-decision', PhieuDecision)
define('phieu-office', PhieuOffice)
