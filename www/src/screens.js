/**
 * What comes after the first fields: the list of activities, the error summary, the review, the receipt and the
 * outbox. It is fetched as soon as the first screen stands, so that the first field need not wait for it and a line
 * that drops later does not matter. It is a bundle of its own, with its own Lit: were the two to share a file, the
 * first field would wait for one more request.
 * @module
 */
import { PhieuActivities } from './activities/element.js'
import { define } from './define.js'
import { PhieuNews } from './form/news.js'
import { PhieuAccess } from './screens/access/screen.js'
import { PhieuForget } from './screens/forget/screen.js'
import { PhieuObstacle } from './screens/obstacle/screen.js'
import { PhieuOutbox } from './screens/outbox/screen.js'
import { PhieuReceipt } from './screens/receipt/screen.js'
import { PhieuReview } from './screens/review/screen.js'
import { PhieuStrays } from './screens/strays/screen.js'
import css from './style/screens.css'
import { PhieuSummary } from './summary/element.js'

export { takeAnswer, takeShelves } from './report/answer.js'
export { Dispatch } from './report/dispatch.js'
export { follow } from './report/journey.js'
export { askReasons } from './report/reasons.js'
export { recover, refuse } from './report/recovery.js'
export { takeDraft } from './report/taking.js'
export { outboxOf } from './store/outbox.js'
export { keepPlan } from './store/plans.js'
export { css }

/** Brings the elements to life: as soon as they stand, they ask the core for what comes after the first fields. */
export function begin() {
  define('phieu-news', PhieuNews)
  define('phieu-access', PhieuAccess)
  define('phieu-forget', PhieuForget)
  define('phieu-obstacle', PhieuObstacle)
  define('phieu-outbox', PhieuOutbox)
  define('phieu-strays', PhieuStrays)
  define('phieu-activities', PhieuActivities)
  define('phieu-summary', PhieuSummary)
  define('phieu-review', PhieuReview)
  define('phieu-receipt', PhieuReceipt)
}
