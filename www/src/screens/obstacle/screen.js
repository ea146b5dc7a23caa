/**
 * What no waiting mends, said to whoever sends a report, with a line for whoever runs the site.
 * @module
 */
import { html, nothing } from 'lit'
import { given, Part } from '../../part.js'
import { ofAnswer, ofSilence } from '../../store/obstacle.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../store/obstacle.js').Obstacle} Obstacle */

/**
 * @param {Obstacle} obstacle
 * @param {import('../../words.js').Words} words
 */
export const faultOf = (obstacle, words) =>
  html`<phieu-obstacle .obstacle=${obstacle} .words=${words}></phieu-obstacle>`

export class PhieuObstacle extends Part {
  /** @override */
  static get properties() {
    return { obstacle: given, trouble: given, words: given }
  }

  constructor() {
    super()
    /** @type {Obstacle | undefined} */
    this.obstacle = undefined
    /** What came of a request that was not answered; what stands behind it is found out here.
     * @type {import('../../store/endpoint.js').Trouble | undefined} */
    this.trouble = undefined
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    if (changed.has('trouble') && this.trouble) this._find(this.trouble)
  }

  /** @param {import('../../store/endpoint.js').Trouble} trouble */
  async _find(trouble) {
    const { url, response } = trouble
    const found = response ? ofAnswer(response, url) : (await ofSilence(url)).obstacle
    if (trouble === this.trouble) this.obstacle = found
  }

  /** @override */
  render() {
    const { obstacle } = this
    if (!obstacle) return nothing
    const words = allWords(this.words)
    const { kind, url, line } = obstacle
    return html`<div class="notice warn" role="status" data-obstacle=${kind}>
      <p>${words.obstacles[kind]} ${words.tellWebmaster}</p>
      <p class="hint"><code>${line}</code><br>${words.obstacleMends[kind](url)}</p>
    </div>`
  }
}

export const screen = { tag: 'phieu-obstacle', element: PhieuObstacle }
