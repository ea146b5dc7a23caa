// What www/build.mjs makes, as a script imports it.

declare module '*.css' {
  /** The style sheet as text. */
  const css: string
  export default css
}

declare module '*/phieu.wasm.js' {
  export const base64: string
}

declare module '*/later.js'
