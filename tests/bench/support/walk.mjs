// A person at a form on a telephone: what is tapped, typed and scrolled is counted, and the thumb brings into sight what the
// finger goes for.

/** A thumb moves the page by less than a screen at a time, so that what was read last stays in sight. */
const SWIPE = 400

export class Walker {
  constructor(page) {
    this.page = page
    this.form = page.locator('phieu-report')
    this.spent = { taps: 0, keys: 0, scrolled: 0, swipes: 0 }
  }

  /** What was spent since this was asked last. */
  take() {
    const spent = this.spent
    this.spent = { taps: 0, keys: 0, scrolled: 0, swipes: 0 }
    return spent
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
    await input.pressSequentially(text)
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
      if (isLine) {
        await this.page.keyboard.press('Enter')
        this.spent.keys += 1
      }
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
    await what.tap()
    this.spent.taps += 1
  }
}
