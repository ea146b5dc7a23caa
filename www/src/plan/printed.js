/**
 * The plan as it will be asked, on paper alone: each report with its deadlines and questions.
 * @module
 */
import { html, nothing } from 'lit'

/** @typedef {import('../contract.ts').PrintedView} Printed */

/** @param {Printed} plan @param {import('./words.js').Words} words */
export const printed = (
  { title, days, document, reports },
  words,
) => html`<section id="printed" class="only-print">
  <h2>${title}</h2>
  <p>${document}</p>
  <p>${words.printedDays}: ${days}</p>
  ${reports.map(
    ({ name, by, to, periods, sections }) => html`<h3>${name}</h3>
      <p>${words.printedBy}: ${by}</p>
      ${to ? html`<p>${words.printedTo}: ${to}</p>` : nothing}
      <table><thead><tr><th scope="col">${words.printedPeriod}</th><th scope="col">${words.printedDue}</th></tr></thead>
        <tbody>${periods.map(
          ({ period, due }) => html`<tr><td>${period}</td><td>${due ?? words.noDeadline}</td></tr>`,
        )}</tbody></table>
      ${sections.map(
        ({ title, hint, fields, ofEach }) => html`<h4>${title}</h4>
          ${hint ? html`<p>${hint}</p>` : nothing}
          ${ofEach ? html`<p>${words.printedEach}</p>` : nothing}
          <ul>${fields.map(
            ({ label, answer, required, targets }) =>
              html`<li>${label}${answer ? html` <em>[${answer}]</em>` : nothing}${
                required ? html` <strong>${words.printedMust}</strong>` : nothing
              }${targets.map((target) => html`<br>${target}`)}</li>`,
          )}</ul>`,
      )}`,
  )}
</section>`
