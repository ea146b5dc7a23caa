/**
 * The screens and parts that no first field needs, with all that works behind them: the list of activities, the error
 * summary, the review, sending, the receipt and the outbox. It is fetched as soon as the first screen stands, so that
 * the first field need not wait for it and a line that drops later does not matter. It is a bundle of its own, with its
 * own Lit: were the two to share a file, the first field would wait for one more request.
 * @module
 */
import { PhieuActivities } from './activities/element.js'
import { define } from './define.js'
import { PhieuWays } from './report/ways.js'
import { PhieuNews } from './screens/form/news.js'
import { screens } from './screens/registry.js'
import css from './style/screens.css'
import { PhieuSummary } from './summary/element.js'

export { scanOf } from './report/adding.js'
export { takeAnswer, takeShelves } from './report/answer.js'
export { delivered } from './report/delivered.js'
export { openedNow } from './report/demand.js'
export { receiptOf, reviewOf } from './report/dispatch.js'
export { forgetUnit } from './report/forgetting.js'
export { follow } from './report/journey.js'
export { keepList } from './report/lists.js'
export { keepOffline } from './report/offline.js'
export { askReasons } from './report/reasons.js'
export { recover, refuse } from './report/recovery.js'
export { takeDraft } from './report/taking.js'
export { writeBeside } from './store/beside.js'
export { outboxOf } from './store/outbox.js'
export { keepPlan } from './store/plans.js'
export { refile } from './store/refiling.js'
export { css, screens }

/** The form's script and this one are of one build, or do not know each other. */
export const build = BUILD

/** Brings the elements to life: as soon as they stand, they ask the core for what no first field needs. */
export function begin() {
  define('phieu-news', PhieuNews)
  for (const { tag, element } of Object.values(screens)) define(tag, element)
  define('phieu-ways', PhieuWays)
  define('phieu-activities', PhieuActivities)
  define('phieu-summary', PhieuSummary)
}
