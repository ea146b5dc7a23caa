/**
 * What the page "Soạn kế hoạch" loads once a form is to be tried: the elements of the form, and `<phieu-trial>`.
 * @module
 */
import { define } from './define.js'
import { PhieuField } from './field/element.js'
import { PhieuTrial } from './plan/tried.js'
import { PhieuDuties } from './screens/duties/screen.js'
import { PhieuBar } from './screens/form/bar.js'
import { PhieuForm } from './screens/form/screen.js'
import { PhieuUnits } from './screens/units/screen.js'

define('phieu-field', PhieuField)
define('phieu-bar', PhieuBar)
define('phieu-form', PhieuForm)
define('phieu-units', PhieuUnits)
define('phieu-duties', PhieuDuties)
define('phieu-trial', PhieuTrial)
