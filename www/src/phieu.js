/**
 * What a portal loads: registers the elements and mounts the form wherever the page asks for it.
 * @module
 */
import { define } from './define.js'
import { PhieuField } from './field/element.js'
import { mountAll } from './mount.js'
import { PhieuReport } from './report/element.js'
import { PhieuDuties } from './screens/duties/screen.js'
import { PhieuBar } from './screens/form/bar.js'
import { PhieuForm } from './screens/form/screen.js'
import { PhieuUnits } from './screens/units/screen.js'

export { filesAt } from './here.js'

define('phieu-field', PhieuField)
define('phieu-bar', PhieuBar)
define('phieu-form', PhieuForm)
define('phieu-units', PhieuUnits)
define('phieu-duties', PhieuDuties)
define('phieu-report', PhieuReport)

mountAll()
