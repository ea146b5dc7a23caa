/**
 * Taking the removal of an activity back: nothing typed is lost, also not by a slip of the finger.
 * @module
 */
import { last } from '../list.js'

/** @typedef {{ index: number, title: string, activity: Record<string, string>,
 *   explanations: { path: string, code: string, text: string }[] }} Removed */

/**
 * All that was typed about an activity, from the draft.
 * @param {import('../session.js').FormSession} session
 * @param {import('../types.js').ItemView} item
 * @returns {Removed}
 */
export function recall(session, { index, title }) {
  const draft = JSON.parse(session.draft())
  const explanations = /** @type {Removed['explanations']} */ (draft.explanations ?? [])
  return {
    index,
    title,
    activity: draft.activities[index],
    explanations: explanations.filter(({ path }) => path.startsWith(`/activities/${index}/`)),
  }
}

/**
 * Puts it back where it stood.
 * @param {import('../core.js').Form} form
 * @param {Removed} removed
 */
export function restore(form, { index, activity, explanations }) {
  const { planned, ...parts } = activity
  const view = form.addActivity(planned ? { planned } : {})
  const list = view.sections.find(({ activities }) => activities)?.activities
  const place = (list?.items.length ?? 1) - 1
  for (const { inputs } of list?.items[place]?.fields ?? []) {
    for (const { path } of inputs) form.set(path, parts[last(path.split('/')) ?? ''] ?? '')
  }
  const after = form.moveActivity(place, index)
  for (const { path, code, text } of explanations) form.explain(path, code, text)
  return explanations.length > 0 ? form.view() : after
}
