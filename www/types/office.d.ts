// `import 'phieu/office'`: registers `<phieu-office>`, where there is a DOM.

/** What a page writes on `<phieu-office>`; each is a property of the same name, but for `data-now` (`now`). */
export interface PhieuOfficeAttributes {
  /** The identity of the plan. */
  plan?: string | null
  /** Address of the collector's API. */
  endpoint?: string
  lang?: 'vi' | 'en' | (string & {})
  theme?: 'light' | 'dark' | (string & {}) | null
  /** The folder of the files, where they do not lie beside the script. */
  files?: string | null
  /** The page on which units report: reminders lead there, each unit to its own form. */
  portal?: string | null
}

export interface PhieuOfficeElement extends HTMLElement {
  plan: string | null
  endpoint: string
  lang: string
  theme: string | null
  files: string | null
  portal: string | null
  /** The moment to look at; the server's own where it is left out. */
  now: string | null
}

/** From now on the files are fetched from this folder, which lies where the page or the script comes from. */
export function filesAt(address: string | null | undefined): void

declare global {
  interface HTMLElementTagNameMap {
    'phieu-office': PhieuOfficeElement
  }
}
