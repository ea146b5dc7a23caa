/**
 * `<phieu-plan>`: a document on the left with its sentences marked, on the right what the plan makes of it, in words.
 * It renders what the core says, and keeps the work on the device.
 * @module
 */
import { html, LitElement, nothing } from 'lit'
import { attributeText } from '../attributes.js'
import { loadComposing } from '../composing.js'
import { planSheet } from '../here.js'
import { TOKEN_CHANGED, token } from '../office/server.js'
import { given } from '../part.js'
import { uuid } from '../store/uuid.js'
import { adopt } from '../style/adopt.js'
import css from '../style/plan-page.css'
import { compare, getReady, unpublished } from './announcing.js'
import { begin } from './begin.js'
import { cellId } from './cells.js'
import { noCodes } from './codes.js'
import { desk } from './desk.js'
import { goToDetail, unfolded } from './details.js'
import { beginsWithFile } from './file.js'
import { fromGallery, plansAt } from './gallery.js'
import { nameOf } from './rows.js'
import { Elsewhere, forget, keep, works } from './shelf.js'
import { tryNow } from './trial.js'
import { partOf } from './using.js'
import { planWords } from './words.js'

/** @typedef {import('../composing.js').List} List */
/** @typedef {'head' | 'outline' | 'units' | 'targets' | 'duties' | 'forms' | 'activities' | 'unused' | 'check' | 'json'
 *   | 'publish'} PartName */

const text = { converter: attributeText }

export class PhieuPlan extends LitElement {
  /** @override */
  static get properties() {
    return {
      endpoint: text,
      portal: text,
      gallery: text,
      lang: text,
      theme: text,
      files: text,
      made: given,
      view: given,
      tab: given,
      open: given,
      trouble: given,
      isReading: given,
      kept: given,
      isFailed: given,
      keeping: given,
      publishing: given,
      sheet: given,
      side: given,
      tried: given,
      isTrialFailed: given,
      moving: given,
      calendarOf: given,
      plans: given,
      isMended: given,
      canPrint: given,
      codes: given,
      onPaper: given,
    }
  }

  constructor() {
    super()
    this.endpoint = '/api'
    /** @type {string | null} the page on which units open the form; its address takes the plan as `?plan=` */
    this.portal = null
    /** @type {string | null} where the plans that ship are listed */
    this.gallery = null
    this.lang = 'vi'
    /** @type {string | null} */
    this.theme = null
    /** @type {string | null} the folder of the files, where they do not lie beside the script */
    this.files = null
    /** @type {Awaited<ReturnType<typeof loadComposing>> | null} */
    this.core = null
    /** @type {import('../composing.js').Composing | null} */
    this.made = null
    /** @type {import('../composing.js').CompositionView | null} */
    this.view = null
    /** @type {import('../contract.ts').PaperLine[]} */
    this.lines = []
    /** @type {PartName} */
    this.tab = 'targets'
    /** @type {string | null} the row that is open, `targets/trong-moi-cay-xanh` */
    this.open = null
    /** @type {Set<string>} */
    this.chosen = new Set()
    this.unfolded = unfolded()
    /** @type {string | null} */
    this.trouble = null
    /** Whether a PDF is being read. */
    this.isReading = false
    /** @type {import('./shelf.js').Work[]} */
    this.kept = []
    this.isFailed = false
    /** @type {'saved' | 'saving' | 'notSaved' | 'elsewhere'} */
    this.keeping = 'saved'
    /** @type {import('./shelf.js').Work | null} */
    this.work = null
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined
    /** @type {import('../composing.js').SheetView | null} the file of units or figures that is looked at */
    this.sheet = null
    /** @type {import('../composing.js').Wanted} */
    this.wanted = {}
    /** @type {string | null} the row to which the document was last brought */
    this.shown = null
    /** @type {Promise<void>} */
    this.turn = Promise.resolve()
    this.publishing = unpublished()
    /** @type {'paper' | 'trial'} what stands beside the tables */
    this.side = 'paper'
    /** @type {import('./trial.js').Tried} */
    this.tried = { json: null, unit: '', duty: '' }
    this.isTrialFailed = false
    /** What moving the plan would make, while that is looked at, and the new names that are not taken.
     * @type {{ first: string, kept: Set<string> } | null} */
    this.moving = null
    /** The unit whose deadlines are shown; all where there is none. */
    this.calendarOf = ''
    /** Whether a finding was mended by its button just now. */
    this.isMended = false
    /** Whether the part of the core is there that publishing asks for. */
    this.canPrint = false
    /** Codes of units, as they were made just now. */
    this.codes = noCodes()
    /** @type {'plan' | 'letters'} what is printed */
    this.onPaper = 'plan'
    /** Plans to begin from. @type {import('./gallery.js').Known[]} */
    this.plans = []
    this.onToken = () => this.requestUpdate()
    // A page that is left may not come back.
    this.onLeave = () => this.keeping === 'saving' && this._keep()
  }

  /** @override */
  createRenderRoot() {
    return adopt(this, css, planSheet)
  }

  get _words() {
    return planWords(this.lang)
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    addEventListener(TOKEN_CHANGED, this.onToken)
    addEventListener('pagehide', this.onLeave)
    document.addEventListener('visibilitychange', this.onLeave)
    this._load()
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener(TOKEN_CHANGED, this.onToken)
    removeEventListener('pagehide', this.onLeave)
    document.removeEventListener('visibilitychange', this.onLeave)
    clearTimeout(this.timer)
    this._keep()
  }

  async _load() {
    this.isFailed = false
    try {
      this.core ??= await loadComposing()
      // A device that is silent holds up nobody.
      this.requestUpdate()
      this.kept = await works().catch(() => [])
      this.plans = await plansAt(this.endpoint, this.gallery)
    } catch {
      this.isFailed = true
    }
    this.requestUpdate()
  }

  /**
   * @param {() => import('../composing.js').Composing} make
   * @param {import('./shelf.js').Work | null} [work] where it is kept
   */
  _begin(make, work = null) {
    try {
      const made = make()
      if (work?.phones) made.keepPhones(work.phones)
      this.made?.free()
      this.made = made
    } catch (error) {
      this.trouble = String(/** @type {Error} */ (error).message)
      return
    }
    Object.assign(this, { trouble: null, sheet: null, work, publishing: unpublished(), codes: noCodes() })
    this.lines = this.made.paper()
    this._look()
    const { rows = [], head } = this.view ?? {}
    this.chosen = new Set(
      rows.filter(({ standing, grade }) => standing === 'proposed' && grade === 'sure').map(nameOf),
    )
    this.open = null
    this.tab = head?.hasDocument ? 'targets' : 'head'
    this.side = 'paper'
    this.tried = { json: null, unit: '', duty: '' }
    this.moving = null
    this._keep()
    this._focus('#title')
  }

  /** @param {string} plain @param {string} rich */
  _paste(plain, rich) {
    const { core, lang } = this
    const isRich = rich !== '' && plain !== ''
    const bytes = new TextEncoder().encode(isRich ? rich : plain)
    if (core) this._begin(() => core.ofDocument(bytes, isRich ? 'html' : 'text', lang))
  }

  /** What the core shows now. */
  _look() {
    this.view = this.made?.view() ?? null
    this.said = this.made?.findings() ?? { findings: [], isWhole: false }
    if (this.side === 'trial') tryNow(this)
  }

  /** Opens a part; what is published is looked at before it is replaced. @param {PartName} name */
  _part(name) {
    this.tab = name
    this.isMended = false
    if (name !== 'publish') return
    getReady(this)
    if (this.said?.isWhole && token.read()) compare(this)
  }

  /** @param {string} act @param {List} list @param {string[]} ids @param {object} [more] */
  _act(act, list, ids, more) {
    this._do({ act, list, ids, ...more })
  }

  /** Does all of it as one step. @param {import('../composing.js').Action[]} actions */
  _do(...actions) {
    try {
      this.made?.act(...actions)
      this.trouble = null
    } catch (error) {
      this.trouble = String(/** @type {Error} */ (error).message)
    }
    for (const { list, ids = [] } of actions) for (const id of ids) this.chosen.delete(`${list}/${id}`)
    this._changed(actions.some(({ act }) => ['add', 'split', 'level', 'write'].includes(act)))
  }

  /** @param {boolean} [hasNewMarks] */
  _changed(hasNewMarks = false) {
    if (hasNewMarks) this.lines = this.made?.paper() ?? []
    this._look()
    // What was compared was another plan.
    this.publishing = { ...this.publishing, against: null }
    this.keeping = 'saving'
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this._keep(), 250)
  }

  _undo() {
    if (this.made?.undo()) this._changed(true)
  }

  _redo() {
    if (this.made?.redo()) this._changed(true)
  }

  /** Keeps the work, once what is being kept already is. */
  _keep() {
    this.turn = this.turn.then(() => this._kept())
    return this.turn
  }

  async _kept() {
    const { made, view } = this
    if (!made || !view || this.keeping === 'elsewhere') return
    this.work ??= { id: uuid(), title: '', json: '', at: 0, revision: 0 }
    const kept = { title: view.head.title, json: made.save(), phones: made.phones(), at: Date.now() }
    const work = Object.assign(this.work, kept)
    try {
      work.revision = await keep(work)
      this.keeping = 'saved'
    } catch (error) {
      this.keeping = error instanceof Elsewhere ? 'elsewhere' : 'notSaved'
    }
  }

  async _close() {
    clearTimeout(this.timer)
    await this._keep()
    this.made?.free()
    Object.assign(this, { made: null, view: null, work: null, trouble: null, keeping: 'saved' })
    await this._load()
    this._focus('#title')
  }

  /** @param {string} selector */
  async _focus(selector) {
    await this.updateComplete
    const target = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(selector))
    target?.focus({ preventScroll: true })
    return target
  }

  /** @param {string} name @param {string} inside */
  async _go(name, inside) {
    const list = name.split('/')[0] ?? ''
    this.tab = partOf(list)
    this.open = name
    await this.updateComplete
    const row = this.renderRoot.querySelector(`[data-of="${CSS.escape(name)}"]:not(.mark)`)
    row?.closest('details')?.setAttribute('open', '')
    const target = /** @type {HTMLElement | null} */ (
      row?.querySelector(inside) ?? row?.querySelector('.row-title')
    )
    row?.scrollIntoView({ block: 'nearest' })
    target?.focus({ preventScroll: true })
  }

  /** Shows words of the document. @param {string} name */
  async _see(name) {
    this.side = 'paper'
    this.open = name
    ;(await this._focus(`.paper [data-of="${CSS.escape(name)}"]`))?.scrollIntoView({ block: 'nearest' })
  }

  /** @param {import('../contract.ts').ComposeFinding['place']} place */
  async _mend({ list, id, cell, detail }) {
    if (cell === 'json') {
      this.tab = 'json'
      return this._focus('#json')
    }
    if (list === 'text') return this._see(`text/${id}`)
    if (cell && detail) return goToDetail(this, { list, id, cell, detail })
    const inside = cell ? `#${cellId(cell)}` : '.row-title'
    if (id) return this._go(`${list}/${id}`, inside)
    this.tab = partOf(list)
    const first = list === 'units' ? '#units' : '.panel input'
    await this._focus(cell ? inside : first)
  }

  /** @override */
  updated() {
    if (!this.open || this.open === this.shown) return
    this.shown = this.open
    const mark = this.renderRoot.querySelector(`.mark[aria-pressed='true']`)
    mark?.scrollIntoView({ block: 'nearest' })
  }

  /** @override */
  render() {
    return html`<div class="phieu planning" part="base" lang=${this.lang} data-theme=${this.theme ?? nothing}
      @keydown=${(/** @type {KeyboardEvent} */ event) => this._key(event)}>
      ${this.made && this.view ? desk(this, this.view) : this._beginning()}
    </div>`
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
    // In an input the browser takes back what is being typed.
    const [target] = event.composedPath()
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
    event.preventDefault()
    if (event.shiftKey) this._redo()
    else this._undo()
  }

  _beginning() {
    const words = this._words
    const { core, lang } = this
    if (this.isFailed)
      return html`<p class="sheet" role="alert">${words.failed}
        <button type="button" class="link" @click=${() => this._load()}>${words.again}</button></p>`
    if (!core) return html`<p class="sheet loading" role="status">${words.loading}</p>`
    return begin({
      words,
      works: this.kept,
      trouble: this.trouble,
      isReading: this.isReading,
      onFile: (file) => beginsWithFile(this, file),
      onPaste: (plain, rich) => this._paste(plain, rich),
      plans: this.plans,
      onGallery: (known) => fromGallery(this, known),
      onNothing: () => this._begin(() => core.blank(lang)),
      onContinue: (work) => this._begin(() => core.open(work.json, lang), work),
      onForget: async ({ id }) => {
        await forget(id)
        this.kept = await works()
      },
    })
  }
}
