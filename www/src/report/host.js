/**
 * The page around the tag takes a report itself: what it says of it, and its own form, which carries the report.
 * @module
 */

/** @typedef {import('../events.js').HostAnswer} HostAnswer */
/** @typedef {{ kind: 'handed' } | { kind: 'accepted', text: string } | { kind: 'failed', reason: string }
 *   | Extract<import('../store/delivery.js').Answer, { kind: 'refused' }>} Said */

// A host that says nothing for so long has not taken it: the person may send again.
const PATIENCE = 60_000

/**
 * What became of a report that the host has taken.
 * @param {Promise<HostAnswer> | undefined} answer none where it tells nobody
 * @returns {Promise<Said>}
 */
export async function saidBy(answer) {
  try {
    return meant(answer && (await Promise.race([answer, silence()])))
  } catch (error) {
    return { kind: 'failed', reason: /** @type {any} */ (error)?.message ?? String(error) }
  }
}

/** @returns {Promise<HostAnswer>} */
const silence = () =>
  new Promise((done) => {
    setTimeout(() => done({ outcome: 'failed' }), PATIENCE)
  })

/**
 * @param {HostAnswer | undefined} answer as a page's own script has written it
 * @returns {Said}
 */
function meant(answer) {
  switch (answer?.outcome) {
    case 'accepted':
      return { kind: 'accepted', text: String(answer.receipt ?? '') }
    case 'refused': {
      // The core reads of a finding what any office tells of it.
      const findings = (answer.findings ?? []).map(
        ({ path, message, code = 'refused', severity = 'error' }) =>
          /** @type {any} */ ({
            ...{ path: String(path), message: String(message), code: String(code), severity },
          }),
      )
      return { kind: 'refused', status: 422, code: '', title: String(answer.message ?? ''), findings }
    }
    case 'failed':
      return { kind: 'failed', reason: String(answer.message ?? '') }
    default:
      return { kind: 'handed' }
  }
}

/**
 * Puts a report into the page's own form, by an input beside the tag's children: whatever reads a form finds it. The same
 * occasion's report, sent again, takes its own place; another's stands behind it under the same name.
 * @param {HTMLElement} element the tag
 * @param {string} key of the occasion
 * @param {string} submission
 * @returns {boolean} whether there is a form that carries it
 */
export function carry(element, key, submission) {
  const name = element.getAttribute('name')
  if (!name) return false
  const carried = element.querySelectorAll('input[data-phieu-carried]')
  for (const input of carried) if (input.getAttribute('data-phieu-carried') === key) input.remove()
  const input = document.createElement('input')
  Object.assign(input, { type: 'hidden', name, value: submission })
  input.setAttribute('data-phieu-carried', key)
  element.append(input)
  return input.form !== null
}
