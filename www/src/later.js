/**
 * The screens that come after the form. They are fetched while the form is being filled in, so that the first
 * field need not wait for them and a line that drops later does not matter. A bundle of its own, with its own
 * Lit: were the two to share a file, the first field would wait for one more request.
 * @module
 */
import { define } from './define.js'
import { PhieuReceipt } from './screens/receipt.js'
import { PhieuReview } from './screens/review.js'

define('phieu-review', PhieuReview)
define('phieu-receipt', PhieuReceipt)
