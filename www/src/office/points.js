/**
 * The points of a report as the office reviews them: the unit's own beside what the office gives instead, and why. What is
 * typed is read by the collector.
 * @module
 */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'

/** @typedef {import('../types.js').PointsView} PointsView */
/** @typedef {{ points: string, reason: string }} Given */

/**
 * What was given last, by where the answer stands.
 * @param {PointsView[]} tables
 * @returns {Map<string, Given>}
 */
export const givenIn = (tables) =>
  new Map(
    tables.flatMap(({ rows }) =>
      rows.map(({ path, reviewed, reason }) => [path, { points: reviewed, reason }]),
    ),
  )

/**
 * What a decision carries of it: only where points were given.
 * @param {Map<string, Given>} given
 */
export const fieldsOf = (given) =>
  [...given].flatMap(([path, { points, reason }]) => (points.trim() ? [{ path, points, reason }] : []))

/**
 * @param {PointsView[]} tables
 * @param {Map<string, Given>} given
 * @param {{ says: ReturnType<typeof import('./words.js').decisionWords>, onGive: (path: string, change: Partial<Given>) => void }} options
 */
export function pointTables(tables, given, { says, onGive }) {
  return tables.map(
    (table) => html`<section class="points" data-points=${table.name}>
      <h4>${table.name}</h4>
      <p><strong>${table.ownText}</strong>${table.reviewedText ? html`<br><strong>${table.reviewedText}</strong>` : nothing}</p>
      <p class="hint">${says.pointsHelp}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${table.name}>
      <table><thead><tr><th scope="col">${says.criterion}</th><th scope="col">${says.most}</th>
        <th scope="col">${says.own}</th><th scope="col">${says.reviewed}</th><th scope="col">${says.pointsWhy}</th></tr></thead>
      <tbody>${table.rows.map(({ path, label, mostText, own }) => {
        const { points = '', reason = '' } = given.get(path) ?? {}
        const typed =
          (/** @type {keyof Given} */ name) =>
          (/** @type {any} */ { target }) =>
            onGive(path, { [name]: target.value })
        return html`<tr data-path=${path}><th scope="row">${label}</th><td data-label=${says.most}>${mostText}</td>
          <td data-label=${says.own}>${own}</td>
          <td data-label=${says.reviewed}><input type="text" class="few" inputmode="decimal" autocomplete="off" aria-label=${`${says.reviewed}: ${label}`}
            .value=${live(points)} @input=${typed('points')} @change=${typed('points')}></td>
          <td data-label=${says.pointsWhy}><input type="text" autocomplete="off" aria-label=${`${says.pointsWhy}: ${label}`}
            .value=${live(reason)} @input=${typed('reason')} @change=${typed('reason')}></td></tr>`
      })}</tbody></table></div></section>`,
  )
}
