// `import 'phieu/plan'`: registers `<phieu-plan>`, where there is a DOM.

/** What a page writes on `<phieu-plan>`; each is a property of the same name. */
export interface PhieuPlanAttributes {
  /** Address of the collector's API to which the plan is published. */
  endpoint?: string
  /** The page on which units open the form; the plan's address is added to its own as `?plan=`. */
  portal?: string | null
  /** Where plans that ship are listed (`[{ id, title, address }]`), to begin from besides those that the collector serves. */
  gallery?: string | null
  lang?: 'vi' | 'en' | (string & {})
  theme?: 'light' | 'dark' | (string & {}) | null
  /** The folder of the files, where they do not lie beside the script. */
  files?: string | null
}

export interface PhieuPlanElement extends HTMLElement {
  endpoint: string
  portal: string | null
  gallery: string | null
  lang: string
  theme: string | null
  files: string | null
}

/** From now on the files are fetched from this folder, which lies where the page or the script comes from. */
export function filesAt(address: string | null | undefined): void

declare global {
  interface HTMLElementTagNameMap {
    'phieu-plan': PhieuPlanElement
  }
}
