import { readFileSync } from 'node:fs'
import binaryen from 'binaryen'
const m = binaryen.readBinary(readFileSync(process.argv[2]))
// section-level function sizes: parse code section by hand
const b = readFileSync(process.argv[2]); let p = 8
const leb = () => { let r = 0, s = 0, x; do { x = b[p++]; r |= (x & 127) << s; s += 7 } while (x & 128); return r >>> 0 }
const sizes = []; const names = {}; let imports = 0
while (p < b.length) { const id = b[p++]; const len = leb(); const end = p + len
  if (id === 2) { const n = leb(); for (let i = 0; i < n; i++) { { const a = leb(); p += a } { const a = leb(); p += a } const k = b[p++]; if (k === 0) { imports++; leb() } else if (k === 3) { p += 2 } else if (k === 2) { const f = leb(); leb(); if (f & 1) leb() } else if (k === 1) { p++; const f = leb(); leb(); if (f & 1) leb() } } }
  if (id === 10) { const n = leb(); for (let i = 0; i < n; i++) { const l = leb(); sizes.push(l); p += l } }
  if (id === 0) { const l = leb(); const name = b.subarray(p, p + l).toString(); p += l; if (name === 'name') { while (p < end) { const t = b[p++]; const sl = leb(); const se = p + sl; if (t === 1) { const n = leb(); for (let i = 0; i < n; i++) { const idx = leb(); const nl = leb(); names[idx] = b.subarray(p, p + nl).toString(); p += nl } } p = se } } }
  p = end }
const rows = sizes.map((s, i) => [s, names[i + imports] ?? '?']).sort((a, c) => c[0] - a[0])
for (const [s, n] of rows) console.log(s, n.replace(/::h[0-9a-f]{16}$/, ''))
