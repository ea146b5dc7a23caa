// A person at a form on a telephone: what is tapped, typed and scrolled is counted, and the thumb brings into sight what the
// finger goes for.

/** A thumb moves the page by less than a screen at a time, so that what was read last stays in sight. */
const SWIPE = 400

export class Walker {
  constructor(page) {
    this.page = page
    this.form = page.locator('phieu-report')
    this.take()
  }

  /** What was spent since this was asked last. */
  take() {
    const spent = this.spent
    this.spent = { taps: 0, keys: 0, scrolled: 0, swipes: 0, led: 0 }
    return spent
  }

  /** Does something, and notes how far the page has moved by itself for it. */
  async led(action) {
    const before = await this.page.evaluate(() => scrollY)
    await action()
    const after = await this.page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
      return scrollY
    })
    this.spent.led += Math.abs(after - before)
  }

  /** Presses the keyboard's own key for what comes next. */
  async entersOn() {
    await this.led(() => this.page.keyboard.press('Enter'))
    this.spent.keys += 1
  }

  /** The path of the input that has the focus. */
  here() {
    return this.page.evaluate(
      () => document.querySelector('phieu-report').shadowRoot.activeElement?.dataset.path ?? '',
    )
  }

  /** Whether something has the focus. */
  isAt(selector) {
    return this.page.evaluate(
      (wanted) => document.querySelector('phieu-report').shadowRoot.activeElement?.matches(wanted) ?? false,
      selector,
    )
  }

  /** The path of the input that is seen below the one that has the focus, where the keyboard leads on from that. */
  below() {
    return this.page.evaluate(() => {
      const root = document.querySelector('phieu-report').shadowRoot
      const at = root.activeElement
      if (!at?.matches('input[type=text]')) return ''
      const all = [...root.querySelectorAll('.field input, .field textarea')]
      const seen = all.filter((input) => !input.closest('[hidden]'))
      return seen[seen.indexOf(at) + 1]?.dataset.path ?? ''
    })
  }

  input(path) {
    return this.form.locator(`[data-path="${path}"]`).first()
  }

  /** Whether the page offers something here and now. */
  async offers(selector) {
    return (await this.form.locator(selector).count()) > 0
  }

  async types(input, text) {
    await this.taps(input)
    await this.presses(input, text)
  }

  /** Types over what stands there. */
  async replaces(input, text) {
    this.spent.keys += (await input.inputValue()).length
    await input.fill('')
    await this.presses(input, text)
  }

  async presses(input, text) {
    await input.focus()
    // A keyboard on the screen commits text; it presses no keys.
    await this.page.keyboard.insertText(text)
    this.spent.keys += text.length
  }

  /** Types on in the input that the keyboard has come to, by its own key for the next one, or taps the input. */
  async goesOnTo(path, text) {
    const input = this.input(path)
    const isThere = () => input.evaluate((element) => element === element.getRootNode().activeElement)
    if (!(await isThere())) {
      const isLine = await this.page.evaluate(() =>
        document.querySelector('phieu-report').shadowRoot.activeElement?.matches('input[type=text]'),
      )
      if (isLine) await this.entersOn()
    }
    if (!(await isThere())) await this.taps(input)
    await this.presses(input, text)
  }

  /** Taps something, opened by what folds it, and brought into sight by the thumb. */
  async taps(what) {
    await what.waitFor({ state: 'attached' })
    const folded = await what.evaluate((element) => element.closest('[hidden]')?.id ?? null)
    if (folded) await this.taps(this.form.locator(`[aria-controls="${folded}"]`).first())
    const by = await what.evaluate((element) => {
      const shown = element.closest('.choice') ?? element
      const { top, bottom } = shown.getBoundingClientRect()
      const bar = shown.closest('.bar') ? null : element.getRootNode().querySelector('.bar')
      const edge = bar ? Math.min(innerHeight, bar.getBoundingClientRect().top) : innerHeight
      if (top >= 0 && bottom <= edge) return 0
      const before = scrollY
      scrollBy({ top: (top + bottom) / 2 - edge / 2, behavior: 'instant' })
      return Math.abs(scrollY - before)
    })
    this.spent.scrolled += by
    this.spent.swipes += Math.ceil(by / SWIPE)
    await what.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    })
    await this.led(() => what.tap())
    this.spent.taps += 1
  }
}
