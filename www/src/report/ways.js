/**
 * The ways from what a unit owes to the screens that are read beside it.
 * @module
 */
import { html, nothing } from 'lit'
import { given, Part } from '../part.js'
import { screens } from '../screens/registry.js'

const OWN = /** @type {[import('../screens/registry.js').Screen, import('../part.js').Shown][]} */ (
  Object.entries(screens)
)

export class PhieuWays extends Part {
  /** @override */
  static get properties() {
    return { stage: given, words: given }
  }

  constructor() {
    super()
    /** @type {Pick<import('./stage.js').Stage, 'show'> & import('../screens/agenda/screen.js').Stage | undefined} */
    this.stage = undefined
  }

  /** @override */
  render() {
    // A list of the last visit leads nowhere before the core is there.
    if (!this.stage) return nothing
    const ways = OWN.map(([screen, { name }]) =>
      name
        ? html`<button type="button" class="link" data-screen=${screen} @click=${() => this.stage?.show(screen)}>
            ${name(this.words)}</button>`
        : nothing,
    )
    return html`${ways} <phieu-agenda .stage=${this.stage} .words=${this.words}></phieu-agenda>`
  }
}
