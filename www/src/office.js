/**
 * What the office's page loads: `<phieu-office>`, who has sent, who is late and who is missing.
 * The same on `<div data-phieu-office data-plan="…">`, for portals whose editor drops every tag with a hyphen.
 * @module
 */
import { define } from './define.js'
import { mountAll } from './mount.js'
import { PhieuDecision } from './office/decision.js'
import { PhieuOffice } from './office/element.js'
import { PhieuOfficeFiles } from './office/files.js'
import { PhieuReminder } from './office/reminder.js'

export { filesAt } from './here.js'

define('phieu-decision', PhieuDecision)
define('phieu-reminder', PhieuReminder)
define('phieu-office-files', PhieuOfficeFiles)
define('phieu-office', PhieuOffice)
mountAll('phieu-office')
