// Shows sample reports of the plan that the address names; of the first in the list where it names none.
const links = [...document.querySelectorAll('.views-menu a')]
const asked = new URLSearchParams(location.search)
const named = links.find((link) => new URL(link.href).searchParams.get('plan') === asked.get('plan')) ?? links[0]
const own = new URL(named.href).searchParams
const plan = own.get('plan')
named.setAttribute('aria-current', 'page')

const element = document.querySelector('#mau')
element.setAttribute('plan', `dist/plans/${plan}.json`)
element.setAttribute('reports', `dist/samples/${plan}.ndjson`)
element.setAttribute('now', asked.get('now') ?? own.get('now'))
for (const name of ['lang', 'theme']) if (asked.has(name)) element.setAttribute(name, asked.get(name))
