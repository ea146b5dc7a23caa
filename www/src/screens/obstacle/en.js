/**
 * The words of what no waiting mends, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  tellWebmaster: 'Waiting does not help: tell whoever runs this site, with the line below, then try again.',
  obstacles: {
    absent: 'The address that this page names does not exist on the server.',
    untaken: 'The server has this address but does not take what the form sends.',
    login:
      'The server, or a proxy between, asks for a log-in before it lets the form through. The unit’s code does not open this.',
    elsewhere: 'The server leads to another page, perhaps a log-in, instead of answering the form.',
    page: 'A web page answers in place of the office. If your Wi-Fi asks for a log-in, log in to it and try again.',
    unlike: 'The server answers, but not with what the form needs.',
    origin: 'The server is up but does not let this page connect.',
    policy: 'This page itself blocks the connection to the server.',
    insecure: 'The browser does not let this secure page connect to an insecure address.',
    other: 'The server, or a proxy or firewall between, refuses in a way that the form does not know.',
  },
  obstacleMends: {
    absent: (_url) => 'Check the addresses in the form’s tag (plan, endpoint).',
    untaken: (_url) => 'Check endpoint, and whether the server allows PUT.',
    login: (_url) =>
      'Keep this address out of the log-in of the portal or proxy: the form sends neither cookies nor a password.',
    elsewhere: (_url) => 'Keep this address out of the log-in: the form sends no cookies.',
    page: (_url) => 'Check the addresses in the form’s tag, and the firewall or proxy between.',
    unlike: (_url) => 'This address has to answer as the collector’s openapi.json describes.',
    origin: (_url) =>
      `Start the collector with --allow-origin ${location.origin}, and let OPTIONS pass the proxy.`,
    policy: (url) => `Add ${new URL(url).origin} to connect-src in the page’s Content-Security-Policy.`,
    insecure: (_url) => 'Use an https address.',
    other: (_url) =>
      'See the logs of server, proxy and firewall. The collector refuses with problem+json of the type urn:phieu:problem:….',
  },
}
