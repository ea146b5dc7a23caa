/**
 * The charts, drawn as SVG by Lit: sharp on paper, coloured by the style sheet, and
 * without a style in an attribute. Every one is only for the eyes; its numbers stand in a table or in words beside it.
 * @module
 */
import { html, nothing, svg } from 'lit'

/** @typedef {'sent' | 'late' | 'missing'} Part */

const percent = (/** @type {number} */ share) => `${share}%`

/**
 * Where an amount stands between two places, as its share of the whole.
 * @param {number} whole more than 0
 * @param {number} from the place of 0
 * @param {number} to the place of the whole
 */
const scale = (whole, from, to) => (/** @type {number} */ amount) => from + (amount / whole) * (to - from)

/** What is lacking is hatched, on paper as on the screen. Stands once in the tree, out of sight. */
export const patterns = html`<svg class="patterns" aria-hidden="true" focusable="false"><defs>
  <pattern id="lacking" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="pattern-ground" width="6" height="6"/><rect class="pattern-stroke" width="1.5" height="6"/>
  </pattern></defs></svg>`

/**
 * One value against its target: reached, the mark of what is expected by now, and hatched what is lacking. Without a
 * value the track is dashed and empty, which is not the same as 0.
 * @param {{ value: number | null, target?: number | null, expected?: number | null, most?: number, state?: string | null }} of
 *   `most`: where the scale ends, when several bars share it
 */
export function bar({ value, target = null, expected = null, most, state }) {
  const end = Math.max(most ?? 0, target ?? 0, value ?? 0, expected ?? 0) || 1
  const x = scale(end, 0, 100)
  const reached = x(value ?? 0)
  const wanted = x(target ?? 0)
  return html`<svg class="gauge ${state ?? 'plain'} ${value === null ? 'unknown' : ''}" aria-hidden="true" focusable="false">
    <rect class="track" width="100%" height="100%" rx="3"/>
    ${
      target !== null && wanted > reached
        ? svg`<rect class="lacking" fill="url(#lacking)" x=${percent(reached)} width=${percent(wanted - reached)} height="100%"/>`
        : nothing
    }
    ${value === null ? nothing : svg`<rect class="reached" width=${percent(reached)} height="100%" rx="3"/>`}
    ${value === 0 ? svg`<rect class="zero" width="3" height="100%"/>` : nothing}
    ${
      target !== null && wanted < 100
        ? svg`<line class="wanted" x1=${percent(wanted)} x2=${percent(wanted)} y1="0" y2="100%"/>`
        : nothing
    }
    ${
      expected !== null && expected > 0
        ? svg`<line class="expected" x1=${percent(x(expected))} x2=${percent(x(expected))} y1="0" y2="100%"/>`
        : nothing
    }
  </svg>`
}

/**
 * How a whole is made up, as one bar: in time, late, missing; what is left of it is not due yet.
 * @param {Record<Part, number>} of
 * @param {number} all
 */
export function stacked(of, all) {
  const x = scale(Math.max(all, 1), 0, 100)
  let end = 0
  const parts = /** @type {Part[]} */ (['sent', 'late', 'missing']).map((name) => {
    const from = end
    end += of[name]
    return { name, from, to: end }
  })
  return html`<svg class="gauge stacked" aria-hidden="true" focusable="false">
    <rect class="track" width="100%" height="100%" rx="3"/>
    ${parts.map(({ name, from, to }) => {
      if (to <= from) return nothing
      const fill = name === 'missing' ? 'url(#lacking)' : undefined
      return svg`<rect class="part ${name}" fill=${fill ?? nothing} x=${percent(x(from))}
        width=${percent(x(to) - x(from))} height="100%"/>`
    })}
  </svg>`
}

/**
 * The pace of a target over its time: the even line to the target, where it stands now, and where it is going.
 * @param {{ value: number, target: number, expected: number, projection: number | null, valueText: string,
 *   targetText: string, expectedText: string, projectionText: string, state: string }} of
 * @param {import('./words.js').ProgressWords} words
 */
export function pace(of, words) {
  const { value, target, expected, projection } = of
  const elapsed = Math.min(expected / target, 1)
  const x = scale(1, 2, 98)
  const y = scale(Math.max(target, value, projection ?? 0) * 1.15, 88, 4)
  const at = (/** @type {number} */ time, /** @type {number} */ amount) => `${x(time)},${y(amount)}`
  const path = (/** @type {string[]} */ points) => `M${points.join('L')}`
  // What is expected and what is there stand on two sides of the moment, the greater one to the left.
  const isAhead = value >= expected
  const label = (
    /** @type {string} */ name,
    /** @type {number} */ amount,
    /** @type {boolean} */ left,
    /** @type {string} */ said,
  ) =>
    svg`<text class=${name} x=${percent(x(elapsed))} y=${percent(y(amount))} dx=${left ? -10 : 10} dy=${left ? -6 : 18}
      text-anchor=${left ? 'end' : 'start'}>${said}</text>`
  const tick = (/** @type {number} */ time, /** @type {string} */ anchor, /** @type {string} */ said) =>
    svg`<text x=${percent(x(time))} y="88%" dy="20" text-anchor=${anchor}>${said}</text>`
  const isInside = elapsed > 0.15 && elapsed < 0.85
  return html`<svg class="pace ${of.state}" aria-hidden="true" focusable="false">
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
      <path class="ground" d=${path([at(0, 0), at(1, 0)])}/>
      <path class="goal" d=${path([at(0, target), at(1, target)])}/>
      <path class="moment" d=${path([at(elapsed, 0), at(elapsed, Math.max(value, expected))])}/>
      <path class="even" d=${path([at(0, 0), at(1, target)])}/>
      ${projection === null ? nothing : svg`<path class="going" d=${path([at(elapsed, value), at(1, projection)])}/>`}
      <path class="way" d=${path([at(0, 0), at(elapsed, value)])}/>
    </svg>
    ${tick(0, 'start', words.start)}${isInside ? tick(elapsed, 'middle', words.now) : nothing}${tick(1, 'end', words.end)}
    <text class="goal-text" x="2%" y=${percent(y(target))} dy="-6">${of.targetText}</text>
    <circle class="due" cx=${percent(x(elapsed))} cy=${percent(y(expected))} r="4"/>
    <circle class="here" cx=${percent(x(elapsed))} cy=${percent(y(value))} r="6"/>
    ${
      projection === null || elapsed >= 1
        ? nothing
        : svg`<circle class="end" cx=${percent(x(1))} cy=${percent(y(projection))} r="4"/>
            <text x="98%" y=${percent(y(projection))} dy="20" text-anchor="end">${of.projectionText}</text>`
    }
    ${elapsed >= 1 ? nothing : label('due-text', expected, !isAhead, of.expectedText)}
    ${label('here-text', value, isAhead || elapsed >= 1, of.valueText)}
  </svg>`
}

/**
 * A chart that can be seen as its table too. Who cannot see the chart always has the table.
 * @param {{ title: string, chart: unknown, table: unknown, open: boolean, onToggle: () => void,
 *   words: import('./words.js').ProgressWords }} options
 */
export function figure({ title, chart, table, open, onToggle, words }) {
  return html`<figure class="figure">
    <figcaption><h4>${title}</h4>
      <button type="button" class="link screen-only" aria-expanded=${open} @click=${onToggle}>
        ${open ? words.chart : words.table}<span class="unseen">: ${title}</span></button></figcaption>
    ${chart}
    <div class=${open ? 'table-box' : 'table-box unseen'}>${table}</div>
  </figure>`
}
