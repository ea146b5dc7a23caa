// A plan without its tables, as most plans are: what only a table asks of the form's module comes with the later part of it, and a
// form with one waits for that part as it opens. For walk.mjs, and for the test of what the first part says alone.

/** @param {any} plan which is changed @returns {any} */
export function withoutTables(plan) {
  const { indicators = [], templates = [], rules = [] } = plan
  const tables = indicators.filter((/** @type {any} */ { measure }) => measure.table)
  const isTable = (/** @type {string} */ id) => tables.some((/** @type {any} */ table) => table.id === id)
  for (const section of templates.flatMap((/** @type {any} */ { sections }) => sections))
    section.fields = section.fields?.filter((/** @type {any} */ { indicator }) => !isTable(indicator))
  const asksTable = (/** @type {any} */ { rows, column }) => rows || column
  plan.indicators = indicators.filter((/** @type {any} */ { id }) => !isTable(id))
  plan.rules = rules.filter((/** @type {any} */ { left, right }) => ![...left, ...right].some(asksTable))
  return plan
}
