/**
 * What stands in each of the files. Figures are bare numbers, to be computed with, as the core gives them; what has a unit or is a share
 * stands beside them in words.
 * @module
 */
import { columnsOf, targetsOf, unitsOf } from './filters.js'
import { lensOf } from './lens.js'
import { answersOf, sumOf } from './totals.js'

/** @typedef {string | number | null} Cell */
/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {import('./filters.js').Filters} Filters */
/** @typedef {import('./words.js').ProgressWords} ProgressWords */

/**
 * One line a target.
 * @param {ProgressView} view
 * @param {Filters} filters
 * @param {ProgressWords} words
 * @returns {Cell[][]}
 */
export function targets(view, filters, words) {
  const head = [
    words.document,
    words.target,
    words.indicator,
    words.span,
    words.reached,
    words.value,
    words.toReach,
    words.toReach,
    words.share,
    words.expected,
    words.lacks,
    words.stateOf,
    words.wholeness,
  ]
  const lines = targetsOf(view, filters).map((target) => {
    const lens = lensOf(target, filters)
    return [
      target.number,
      target.text,
      target.indicatorLabel,
      target.spanText,
      lens.valueFigure ?? lens.value,
      lens.valueText,
      lens.targetFigure ?? lens.target,
      target.targetText,
      lens.shareText,
      lens.expectedText,
      lens.lacksText,
      lens.stateText,
      lens.partialText,
    ]
  })
  return [...headOf(view, words), head, ...lines]
}

/**
 * One line a target and unit.
 * @param {ProgressView} view
 * @param {Filters} filters
 * @param {ProgressWords} words
 * @returns {Cell[][]}
 */
export function units(view, filters, words) {
  const { document, target, unit, reached, value, toReach } = words
  const head = [document, target, unit, reached, value, toReach, toReach]
  const lines = targetsOf(view, filters).flatMap((target) =>
    unitsOf(target.byUnit, filters).map((unit) => [
      target.number,
      target.text,
      unit.name,
      unit.valueFigure ?? unit.value,
      unit.valueText || words.notReported,
      unit.targetFigure ?? unit.target,
      unit.targetText,
      unit.stateText,
      unit.standingText,
    ]),
  )
  return [...headOf(view, words), [...head, words.stateOf, words.wholeness], ...lines]
}

/**
 * One line a figure, then one an answer of a list.
 * @param {ProgressView} view
 * @param {Filters} filters
 * @param {ProgressWords} words
 * @returns {Cell[][]}
 */
export function totals(view, filters, words) {
  const head = [words.indicator, words.total, words.value, words.combined, words.known, words.wholeness]
  const figures = view.totals.flatMap((total) => {
    const sum = sumOf(total, filters)
    if (!sum) return []
    const { value, valueFigure, valueText, knownText, partialText } = sum
    return [
      [
        ...[total.label, valueFigure ?? value, valueText || words.notReported],
        ...[total.combineText, knownText, partialText],
      ],
    ]
  })
  // Answers of lists are counted over all units, whatever is filtered.
  const answers = view.answers.flatMap(({ label, text, answers }) =>
    answers.map((answer) => [label, answer.units, answer.text, '', text, '']),
  )
  return [...headOf(view, words), head, ...figures, ...answers]
}

/**
 * One line a figure and unit.
 * @param {ProgressView} view
 * @param {Filters} filters
 * @param {ProgressWords} words
 * @returns {Cell[][]}
 */
export function totalsByUnit(view, filters, words) {
  const head = [words.indicator, words.unit, words.total, words.value, words.wholeness]
  const lines = view.totals.flatMap(({ label, byUnit }) =>
    unitsOf(byUnit, filters).map(({ name, value, valueFigure, valueText, standingText }) => [
      ...[label, name, valueFigure ?? value, valueText || words.notReported, standingText],
    ]),
  )
  return [...headOf(view, words), head, ...lines]
}

/**
 * One line an answer in words.
 * @param {ProgressView} view
 * @param {Filters} filters
 * @param {ProgressWords} words
 * @returns {Cell[][]}
 */
export function narratives(view, filters, words) {
  const head = [words.question, words.unit, words.period, words.answer]
  const lines = view.narratives.flatMap(({ label, answers, moreText }) => [
    ...answersOf(answers, filters).map(({ unitName, whenText, text }) => [label, unitName, whenText, text]),
    ...(moreText ? [[label, '', '', moreText]] : []),
  ])
  return [...headOf(view, words), head, ...lines]
}

/**
 * One line a unit, one column a report.
 * @param {ProgressView} view
 * @param {Filters} filters
 * @param {ProgressWords} words
 * @returns {Cell[][]}
 */
export function matrix(view, filters, words) {
  const columns = columnsOf(view, filters)
  const named = columns.map(({ column }) => column.text)
  const lines = unitsOf(view.matrix.rows, filters).map((row) => [
    row.name,
    row.sectorName,
    ...columns.map(({ index }) => stateOf(row.cells[index]) ?? words.notOwed),
  ])
  return [...headOf(view, words), [words.unit, words.sector, ...named], ...lines]
}

/** @param {import('../types.js').CellView | null | undefined} cell */
const stateOf = (cell) => cell && [cell.stateText, cell.delayedText].filter(Boolean).join('\n')

/**
 * What the table is of, and how whole it is: never silent, in a file as on the page.
 * @param {ProgressView} view
 * @param {ProgressWords} words
 * @returns {Cell[][]}
 */
const headOf = (view, words) => [
  [view.title],
  [words.asOf, view.nowText],
  [words.wholeness, view.partial.text],
  [],
]

/**
 * Table by table of points a line a unit, with the points that count of each criterion.
 * @param {ProgressView} view
 * @param {Filters} filters
 * @param {ProgressWords} words
 * @returns {Cell[][]}
 */
export function scores(view, filters, words) {
  const tables = view.scores.map(({ name, criteria, rows }) => {
    const { unit, ownPoints, countedPoints, band, barred } = words
    const named = criteria.map(({ text }) => text)
    const lines = unitsOf(rows, filters).map((row) => [
      ...[row.name, row.ownFigure, row.countedFigure, row.bandText, row.barredText],
      ...row.cells.map(({ own, reviewed }) => reviewed || own),
    ])
    return [[name], [unit, ownPoints, countedPoints, band, barred, ...named], ...lines]
  })
  return [...headOf(view, words), ...tables.flat()]
}
