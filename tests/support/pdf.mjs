// PDFs that hold no text of a plan, made here part by part.

/** @param {string[]} objects @param {string} [trailer] what the trailer says more */
function pdfOf(objects, trailer = '') {
  let text = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const PAGES = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
  '<</Length 22>>\nstream\n0 0 595 842 re f      \nendstream',
]
const KEY = '00112233445566778899AABBCCDDEEFF'
const LOCK = `<</Filter/Standard/V 1/R 2/O<${KEY}${KEY}>/U<${KEY}${KEY}>/P -4>>`

/** As a scanner makes it: pages without a letter. */
export const SCAN = pdfOf(PAGES)
/** One that asks for a password. */
export const LOCKED = pdfOf([...PAGES, LOCK], `/Encrypt 5 0 R/ID[<${KEY}><${KEY}>]`)
/** One of which only the beginning came. */
export const BROKEN = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Cat')
