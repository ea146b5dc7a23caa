/**
 * A name of which a part becomes another, read once.
 * @module
 */
import { html } from 'lit'

/** What stays, and between it what goes and what comes. @param {import('../contract.ts').Renamed} name */
export const renamedPart = ({ before, was, will, after }) =>
  html`<span class="renamed">${before}${was ? html`<del>${was}</del> ` : ''}${will ? html`<ins>${will}</ins>` : ''}${after}</span>`
