/**
 * Publishing a plan from the page, comparing it with what is published, and changing how that stands.
 * @module
 */

import { planSheet } from '../here.js'
import { Refused, token } from '../office/server.js'
import {
  apiAddress,
  NotPublished,
  planAddress,
  publish,
  published as publishedNow,
  reported,
  Standing,
  standAs,
  standsAs,
} from './publishing.js'

/** @typedef {import('./element.js').PhieuPlan} Element */
/** @typedef {{ title: string, version: number, stateText: string, form: string, snippet: string }} Done */
/** @typedef {import('../contract.ts').AgainstView} AgainstView */
/** @typedef {{ isWrong: boolean, isBusy: boolean, isCopied: boolean, trouble: string | null, standing: Standing | null,
 *   done: Done | null, tag: string | null, against: AgainstView | 'new' | null, stands: import('./publishing.js').Stands | null,
 *   unit: string }} Publishing `tag`: what was seen published; `against`: what this changes, `new` where nothing is
 *   published yet; `unit`: the one whose link is shown */

/** @returns {Publishing} */
export const unpublished = () => ({
  isWrong: false,
  isBusy: false,
  isCopied: false,
  trouble: null,
  standing: null,
  done: null,
  tag: null,
  against: null,
  stands: null,
  unit: '',
})

/** @param {Element} plan @param {Partial<Publishing>} now */
const becomes = (plan, now) => {
  plan.publishing = { ...plan.publishing, ...now }
}

/**
 * Says why nothing came of it.
 * @param {Element} plan @param {any} error @param {Partial<Publishing>} [kept]
 */
export function failed(plan, error, kept = {}) {
  if (error instanceof Standing) return becomes(plan, { ...kept, isBusy: false, standing: error })
  if (error instanceof Refused) {
    token.write(null)
    return becomes(plan, { ...unpublished(), isWrong: true })
  }
  const words = plan._words
  const why =
    error instanceof NotPublished || error.code === 'refused'
      ? error.message
      : error.trouble?.response
        ? words.notTheOffice
        : words.unreached
  becomes(plan, { ...kept, isBusy: false, trouble: why })
}

/** Fetches what only publishing asks of the core. @param {Element} plan */
export async function getReady(plan) {
  try {
    await plan.core?.publishing()
    plan.canPrint = true
  } catch {
    becomes(plan, { trouble: plan._words.unreached })
  }
}

/**
 * Looks at what is published, and what this plan changes of it.
 * @param {Element} plan
 */
export async function compare(plan) {
  const { core, made, view, endpoint, lang } = plan
  if (!made || !view || !token.read()) return
  const id = view.head.id
  becomes(plan, { isBusy: true, trouble: null })
  try {
    const now = await publishedNow(endpoint, id, lang)
    if (plan.made !== made) return
    if (!now) return becomes(plan, { isBusy: false, against: 'new', tag: null, stands: null })
    const sent = await reported(endpoint, id, lang)
    const stands = await standsAs(endpoint, id, lang)
    await core?.publishing()
    const against = made.against(now.json, sent, lang)
    becomes(plan, { isBusy: false, against, tag: now.tag, stands })
  } catch (error) {
    failed(plan, error)
  }
}

/** @param {Element} plan @param {boolean} isOver whether what stands was seen just now */
export async function announce(plan, isOver) {
  const { made, view, endpoint, lang, publishing } = plan
  if (!made || !view) return
  const tag = isOver ? (publishing.standing?.tag ?? null) : publishing.tag
  becomes(plan, { isBusy: true, trouble: null, standing: null, done: null })
  try {
    const { published, tag: next } = await publish(endpoint, view.head.id, made.plan(), { lang, tag })
    const done = doneOf(plan, published)
    becomes(plan, { ...unpublished(), tag: next, done })
    plan._focus('#open-form')
    const stands = await standsAs(endpoint, view.head.id, lang)
    becomes(plan, { stands })
  } catch (error) {
    failed(plan, error)
  }
}

/** Withdraws the plan, archives it or opens it again. @param {Element} plan @param {string} state */
export async function stand(plan, state) {
  const { view, endpoint, lang, publishing } = plan
  if (!view) return
  becomes(plan, { isBusy: true, trouble: null })
  try {
    const { stands, tag } = await standAs(endpoint, view.head.id, state, { lang, tag: publishing.tag })
    becomes(plan, { isBusy: false, stands, tag })
  } catch (error) {
    failed(plan, error)
  }
}

/** Where units open the plan. @param {Element} plan @param {{ address: string }} published */
export function formAddress(plan, published) {
  const form = new URL(plan.portal ?? 'index.html', document.baseURI)
  form.searchParams.set('plan', planAddress(plan.endpoint, published))
  return form.href
}

/** @param {Element} plan @param {import('./publishing.js').Published} published @returns {Done} */
function doneOf(plan, published) {
  const { endpoint } = plan
  const address = planAddress(endpoint, published)
  return {
    ...published,
    form: formAddress(plan, published),
    snippet: `<script type="module" src="${new URL('phieu.js', planSheet())}"></script>
<phieu-report plan="${address}" endpoint="${apiAddress(endpoint)}"></phieu-report>`,
  }
}
