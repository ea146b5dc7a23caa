/**
 * What comes after the first fields: the list of activities, the error summary, the review and the receipt. Fetched
 * as soon as the first screen stands, so that the first field need not wait for it and a line that drops later does
 * not matter. A bundle of its own, with its own Lit: were the two to share a file, the first field would wait for
 * one more request.
 * @module
 */
import { PhieuActivities } from './activities/element.js'
import { define } from './define.js'
import { PhieuReceipt } from './screens/receipt.js'
import { PhieuReview } from './screens/review.js'
import { PhieuSummary } from './summary/element.js'

define('phieu-activities', PhieuActivities)
define('phieu-summary', PhieuSummary)
define('phieu-review', PhieuReview)
define('phieu-receipt', PhieuReceipt)
