// A case of the shared table through a real form: opened with a draft that was kept, and typed field by field. Runs in
// Node and in a page alike, so it imports nothing.

/** @typedef {{ path: string, code: string, severity: string }} Found */
/** @typedef {{ planned?: string } & Record<string, string>} Listed */
/** @typedef {{ path: string, code: string, text: string }} Explained */
/** @typedef {{ figures?: Record<string, string>, activities?: Listed[], explanations?: Explained[] }} Draft */
/**
 * @typedef {{ file: string, name: string, plan: string, duty: string, unit: string,
 *   period: { from: string, to: string }, now: string | null, earlier?: unknown[], sending?: boolean, draft: Draft,
 *   findings: Found[] }} Case
 */
/** @typedef {{ problems: string[], shown: string[], paths: string[] }} Said */
/**
 * What a form makes of a case: none opens, or what it says. Nothing is typed where the form has no place for it.
 * @typedef {{ refused: string[] } | { refused?: undefined, opened: Said, typed: Said | null }} Made
 */
/** @typedef {import('../../www/src/core.js').Form} Form */

/** @param {Found[]} findings in whatever order: a form's is that of its fields */
export const listed = (findings) =>
  findings.map(({ path, code, severity }) => `${path} ${code} ${severity}`).sort((a, b) => (a < b ? -1 : 1))

/** @param {import('../../www/src/types.js').TableRowView} row */
const cellsOf = ({ cells }) => cells

/** @param {Form} form */
const sectionsOf = (form) => form.view().sections

/** @param {Form} form */
function inputsOf(form) {
  const { sections } = form.view()
  const lists = sections.flatMap(({ activities }) => activities ?? [])
  const fields = [
    ...sections.flatMap((section) => section.fields),
    ...lists.flatMap(({ items }) => items.flatMap((item) => item.fields)),
  ]
  return { lists, inputs: fields.flatMap((field) => field.inputs) }
}

/**
 * Types a draft into a blank form, as a person would; false where the form has no place for a part of it.
 * @param {Form} form
 * @param {Draft} draft
 */
function type(form, { figures = {}, activities = [], explanations = [] }) {
  for (const activity of activities) form.addActivity(activity.planned ? { planned: activity.planned } : {})
  const paths = new Set(inputsOf(form).inputs.map(({ path }) => path))
  const typed = [
    ...Object.entries(figures).map(([key, text]) => [`/figures/${key}`, text]),
    ...activities.flatMap(({ planned: _, ...parts }, index) =>
      Object.entries(parts).map(([part, text]) => [`/activities/${index}/${part}`, text]),
    ),
  ]
  if (typed.some(([path = '']) => !paths.has(path))) return false
  for (const [path = '', text = ''] of typed) form.set(path, text)
  for (const { path, code, text } of explanations) form.explain(path, code, text)
  const kept = JSON.parse(form.draft()).activities ?? []
  return activities.every(({ planned = '' }, index) => (kept[index]?.planned ?? '') === planned)
}

/**
 * What the form says before sending, and what stands at its fields.
 * @param {Form} form
 * @param {boolean} sending
 * @returns {Said}
 */
function said(form, sending) {
  // The cells of a table are told once it is shown.
  const tables = sectionsOf(form).flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'table'))
  /** @type {import('../../www/src/types.js').TableView[]} */
  const views = tables.flatMap(({ inputs: [input] }) => form.ofTable('table', input?.path ?? '') ?? [])
  const cells = views.flatMap(({ rows }) => rows.flatMap(cellsOf).flatMap(({ inputs }) => inputs))
  const { lists, inputs } = inputsOf(form)
  const problems = form.problems().filter(({ code }) => sending || code !== 'explanation.missing')
  const around = [...lists, ...views, ...views.flatMap(({ rows }) => rows)]
  const shown = [...inputs, ...cells, ...around].flatMap(({ findings }) => findings)
  return {
    problems: listed(problems),
    shown: listed(shown),
    paths: [...inputs, ...cells].map(({ path }) => path),
  }
}

/**
 * @param {import('../../www/src/core.js').Plan} plan
 * @param {{ id: string, version: number }} head the plan's
 * @param {Case} one
 * @returns {Made}
 */
export function throughForm(plan, { id, version }, { duty, unit, period, draft, ...one }) {
  const sending = one.sending ?? false
  const options = {
    ...{ unit, duty, period },
    // A form always has a moment. Where lateness is not asked, one at which nothing is late.
    now: Date.parse(one.now ?? `${period.from}T00:00:00+07:00`),
    earlier: (one.earlier ?? []).map((report) => JSON.stringify(report)),
  }
  const document = JSON.stringify({ format: 1, plan: id, planVersion: version, duty, unit, period, ...draft })
  /** @type {Form} */
  let kept
  try {
    kept = plan.form({ ...options, draft: document })
  } catch (error) {
    return { refused: listed(/** @type {any} */ (error).errors) }
  }
  const blank = plan.form({ ...options, draft: null })
  const typed = type(blank, draft) ? said(blank, sending) : null
  return { opened: said(kept, sending), typed }
}
