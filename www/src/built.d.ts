// What www/build.mjs makes, as a script imports it.

declare module '*.css' {
  /** The style sheet as text. */
  const css: string
  export default css
}

declare module '*/phieu.wasm.js' {
  export const base64: string
  /** The mark of the build that it is of. */
  export const build: string
}

declare module '*/phieu.nowasm.js' {
  export const instantiate: (
    imports: WebAssembly.Imports,
  ) => Promise<{ exports: WebAssembly.Exports }>
  /** The mark of the build that it is of. */
  export const build: string
}

declare module '*/selftest.js'

/** Which build this is. */
declare const BUILD: string

/** The mark of the core that this build was made with. */
declare const CORE: string

/** What the build knows of the files beside a script, in the self-test and the service worker alone. */
declare const FILES: Record<string, string>

declare module '*/phieu_bulk.wasm.js' {
  export const gzip: string
}

declare module '*/phieu.en.js'

declare module '*/later.js'

declare module '*/word.js' {
  /** The type of a Word file's content. */
  export const WORD: string
  /** Packs the parts of a Word file. */
  export const pack: (parts: [name: string, text: string][]) => Uint8Array<ArrayBuffer>
}

declare module '*/picture.js' {
  /** A receipt as a PNG; none where the browser cannot make one. */
  export const paint: (receipt: {
    name: string
    title: string
    lines: string[]
    rows: string[][]
  }) => Promise<Blob | null>
}
