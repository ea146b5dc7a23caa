// Opens the plan that the address names, `?plan=/api/plans/…`: of this site alone.
const named = new URLSearchParams(location.search).get('plan') ?? ''
const address = new URL(named, location.href)
if (address.origin === location.origin && address.pathname.startsWith('/api/plans/')) {
  const report = document.createElement('phieu-report')
  report.setAttribute('plan', address.href)
  report.setAttribute('endpoint', '/api')
  document.querySelector('#phieu')?.append(report)
}
