// `import 'phieu/elements'`: registers `<phieu-report>`, where there is a DOM.
import type { PhieuEventMap, PhieuSubmitEvent } from './events.js'

export type * from './events.js'

/** What `<phieu-report>` tells, `submit` among it. */
export interface PhieuReportEventMap extends Omit<HTMLElementEventMap, 'submit'>, PhieuEventMap {
  submit: PhieuSubmitEvent
}

/** What a page writes on `<phieu-report>`; each is a property of the same name, but for `name` and `data-now` (`now`). */
export interface PhieuReportAttributes {
  /** Address of the published plan. */
  plan?: string | null
  /** Address of a collector's API; without it the host takes reports from `submit`. */
  endpoint?: string | null
  /** What the receiving office is called. */
  office?: string | null
  /** Fixes the reporting unit. */
  unit?: string | null
  /** Opens the form of this duty at once, once the unit is known. */
  duty?: string | null
  lang?: 'vi' | 'en' | (string & {})
  /** `light` or `dark`; else as the person's system is set. */
  theme?: 'light' | 'dark' | (string & {}) | null
  /** The folder of the files, where they do not lie beside the script. */
  files?: string | null
  /** Address of the first screen of the duty's form, as it was published with the plan. */
  first?: string | null
  /** Address of the service worker by which the page opens without a line, as the portal has put it above the page. */
  offline?: string | null
  /** The token of the host's own login. */
  token?: string | null
}

export interface PhieuReportElement extends HTMLElement {
  plan: string | null
  endpoint: string | null
  office: string | null
  unit: string | null
  duty: string | null
  lang: string
  theme: string | null
  files: string | null
  first: string | null
  offline: string | null
  token: string | null
  /** The moment to take for now, for tests and demonstrations. */
  now: number | Date | string | null
  /** Which screen is shown. */
  readonly screen: string
  addEventListener<K extends keyof PhieuReportEventMap>(
    type: K,
    listener: (this: PhieuReportElement, event: PhieuReportEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void
  removeEventListener<K extends keyof PhieuReportEventMap>(
    type: K,
    listener: (this: PhieuReportElement, event: PhieuReportEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void
}

/** From now on the files are fetched from this folder, which lies where the page or the script comes from. */
export function filesAt(address: string | null | undefined): void

declare global {
  interface HTMLElementTagNameMap {
    'phieu-report': PhieuReportElement
  }
}
