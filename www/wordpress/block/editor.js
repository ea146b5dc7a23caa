/**
 * The block in the editor: its plan and its collector are chosen beside a form that follows each choice.
 *
 * It is served as it stands here: no build, and WordPress's own libraries.
 */
;((wp, known) => {
  const { createElement: h, Fragment, useEffect, useState } = wp.element
  const { Disabled, Notice, PanelBody, Placeholder, SelectControl, TextControl } = wp.components
  const { InspectorControls, useBlockProps } = wp.blockEditor
  const { words } = known

  const isIdentity = (text) => /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(text)

  /** The plans that a collector has, asked whenever another is chosen. */
  function usePlans(endpoint) {
    const [asked, tell] = useState({ plans: [], trouble: '', isLoading: true })
    useEffect(() => {
      let isLatest = true
      tell({ plans: [], trouble: '', isLoading: true })
      wp.apiFetch({ path: wp.url.addQueryArgs('/phieu/v1/plans', { endpoint }) }).then(
        (answer) => isLatest && tell({ ...answer, isLoading: false }),
        (error) => isLatest && tell({ plans: [], trouble: error.message || String(error), isLoading: false }),
      )
      return () => {
        isLatest = false
      }
    }, [endpoint])
    return asked
  }

  /**
   * The collector as the server will take it. The block may be another's: nothing is sent to where no administrator has
   * allowed it.
   * @returns {string | null} blank for none, null where it is not allowed
   */
  function allowed(endpoint) {
    if (endpoint === 'none') return ''
    if (!endpoint || known.endpoints.includes(endpoint)) return endpoint || known.endpoints[0] || ''
    try {
      const { origin, href } = new URL(endpoint, known.origin)
      return origin === known.origin ? href.replace(/\/+$/, '') : null
    } catch {
      return null
    }
  }

  /** What the visitor will see, fetched with the first block that has a plan. */
  function usePreview() {
    useEffect(() => {
      if (document.querySelector('script[data-phieu-preview]')) return
      const script = document.createElement('script')
      Object.assign(script, { type: 'module', src: known.script })
      script.dataset.phieuPreview = ''
      document.head.append(script)
    }, [])
  }

  /** The attributes of the element, as the server will write them. */
  function shownAs({ plan, unit, duty, office, theme }, endpoint) {
    const own = endpoint ? `${endpoint}/plans/${plan}` : `${known.samples}${plan}.json`
    const all = {
      plan: isIdentity(plan) ? own : plan,
      endpoint,
      unit,
      duty,
      office: office || known.office,
      theme: theme || known.theme,
      lang: known.language,
    }
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value))
  }

  function Form({ attributes, endpoint }) {
    usePreview()
    const shown = shownAs(attributes, endpoint)
    return h(
      Fragment,
      null,
      h('p', { className: 'phieu-preview' }, h('em', null, words.preview)),
      // Another plan or collector is another form: nothing of the one before is carried over.
      h(Disabled, { key: JSON.stringify(shown) }, h('phieu-report', shown)),
    )
  }

  function Preview({ attributes }) {
    const { view, endpoint: wanted } = attributes
    const endpoint = allowed(wanted)
    const says = (status, sentence, value) =>
      h(Notice, { status, isDismissible: false }, sentence.replace('%s', () => value))
    if (endpoint === null) return says('warning', words.endpointRefused, wanted)
    // The office's parts have its token from the tab: whoever opens another's block has not asked for them.
    if (view === 'office') return says('info', words.unpreviewed, words.viewOffice)
    if (view === 'progress') return says('info', words.unpreviewed, words.viewProgress)
    return h(Form, { attributes, endpoint })
  }

  function Choices({ attributes, setAttributes }) {
    const { view, plan, endpoint } = attributes
    const { plans, trouble, isLoading } = usePlans(endpoint)
    const set = (name) => (value) => setAttributes({ [name]: value })
    const first = known.endpoints[0]
    const isListed = plans.some(({ id }) => id === plan)
    return h(
      Fragment,
      null,
      h(SelectControl, {
        label: words.view,
        value: view,
        onChange: set('view'),
        options: [
          { value: 'report', label: words.viewReport },
          { value: 'office', label: words.viewOffice },
          { value: 'progress', label: words.viewProgress },
        ],
      }),
      h(SelectControl, {
        label: words.endpoint,
        help: words.endpointHelp,
        value: endpoint,
        onChange: set('endpoint'),
        options: [
          { value: '', label: first ? `${words.endpointFirst} (${first})` : words.endpointFirst },
          ...known.endpoints.slice(1).map((value) => ({ value, label: value })),
          ...(endpoint && !known.endpoints.slice(1).includes(endpoint) ? [{ value: endpoint, label: endpoint }] : []),
        ],
      }),
      h(SelectControl, {
        label: words.plan,
        value: isListed ? plan : '',
        help: isLoading ? words.planLoading : undefined,
        onChange: set('plan'),
        options: [
          { value: '', label: words.planChoose },
          ...plans.map(({ id, title, sample }) => ({
            value: id,
            label: sample ? `${title} (${words.planSample})` : title,
          })),
        ],
      }),
      trouble &&
        h(
          Notice,
          { status: 'warning', isDismissible: false },
          words.planUnlisted.replace('%s', trouble),
        ),
      h(TextControl, { label: words.planOther, value: isListed ? '' : plan, onChange: set('plan') }),
    )
  }

  function Edit(props) {
    const { attributes, setAttributes } = props
    const set = (name) => (value) => setAttributes({ [name]: value.trim() })
    return h(
      'div',
      useBlockProps(),
      h(
        InspectorControls,
        null,
        h(PanelBody, { title: words.plan }, h(Choices, props)),
        h(
          PanelBody,
          { title: words.more, initialOpen: false },
          h(TextControl, { label: words.unit, value: attributes.unit, onChange: set('unit') }),
          h(TextControl, { label: words.duty, value: attributes.duty, onChange: set('duty') }),
          h(TextControl, {
            label: words.office,
            value: attributes.office,
            onChange: (office) => setAttributes({ office }),
          }),
          h(SelectControl, {
            label: words.theme,
            value: attributes.theme,
            onChange: set('theme'),
            options: [
              { value: '', label: words.themeSystem },
              { value: 'light', label: words.themeLight },
              { value: 'dark', label: words.themeDark },
            ],
          }),
        ),
      ),
      attributes.plan
        ? h(Preview, { attributes })
        : h(Placeholder, { icon: 'clipboard', label: words.blockTitle, instructions: words.blockDescription }, h(Choices, props)),
    )
  }

  wp.blocks.registerBlockType('phieu/form', { edit: Edit, save: () => null })
})(window.wp, window.phieuBlock)
