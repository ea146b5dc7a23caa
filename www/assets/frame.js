// A page of the portal that stands in a frame tells the page around it how high it is, in CSS pixels:
// { type: 'phieu-height', height }. The height is no secret, so whoever may show the frame may know it.
if (parent !== window) {
  let told = 0
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    if (height === told) return
    told = height
    parent.postMessage({ type: 'phieu-height', height }, '*')
  }
  new ResizeObserver(tell).observe(document.body)
}
