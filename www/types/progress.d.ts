// `import 'phieu/progress'`: registers `<phieu-progress>`, where there is a DOM.

/** What a page writes on `<phieu-progress>`; each is a property of the same name. */
export interface PhieuProgressAttributes {
  /** The identity of the plan where there is an endpoint, else its address. */
  plan?: string | null
  /** Address of the collector's API. */
  endpoint?: string | null
  /** Address of sample reports, one arrival a line, where there is no endpoint. */
  reports?: string | null
  /** The moment to look at; that of the clock where it is left out. */
  now?: string | null
  lang?: 'vi' | 'en' | (string & {})
  theme?: 'light' | 'dark' | (string & {}) | null
  /** The folder of the files, where they do not lie beside the script. */
  files?: string | null
}

export interface PhieuProgressElement extends HTMLElement {
  plan: string | null
  endpoint: string | null
  reports: string | null
  now: string | null
  lang: string
  theme: string | null
  files: string | null
}

/** From now on the files are fetched from this folder, which lies where the page or the script comes from. */
export function filesAt(address: string | null | undefined): void

declare global {
  interface HTMLElementTagNameMap {
    'phieu-progress': PhieuProgressElement
  }
}
