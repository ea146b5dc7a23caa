// The plans that ship, whole, for the page "Soạn kế hoạch" to begin from: `node www/gallery.mjs FOLDER` writes them there, and
// plans.json, which lists them (the attribute `gallery` of <phieu-plan>).
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , folder = ''] = process.argv
const plans = new URL('plans/', import.meta.url)
mkdirSync(folder, { recursive: true })
const listed = readdirSync(plans).map((name) => {
  const text = readFileSync(new URL(name, plans), 'utf8')
  writeFileSync(join(folder, name), text)
  const { id, title } = JSON.parse(text)
  return { id, title, address: name }
})
writeFileSync(join(folder, 'plans.json'), JSON.stringify(listed))
