// What visit() puts into every page.
interface Window {
  breaches: string[]
}
declare function deepFocus(): Element | null
