/**
 * The words of the self-test and of why a form does not open, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  check: 'Check of the form on this page',
  checkHelp:
    'For whoever runs this site. This list only asks the addresses below, sends no report, and is gone once phieu-check is taken out of the page’s address.',
  checking: 'Checking…',
  states: { right: 'Right', note: 'Note', wrong: 'Wrong' },
  mend: 'To mend it:',
  again: 'Check again',

  names: {
    files: 'Files of the form',
    policy: 'Policy of the page, and browser',
    plan: 'Plan (plan)',
    endpoint: 'Office (endpoint)',
    clock: 'Clock of this device',
    storage: 'Place for drafts',
  },

  filesRight: (count) => `All ${count} files are there, of one version.`,
  filesNamed: 'This page packs the form with a bundler of its own, so its files cannot be compared.',
  files: {
    absent: (name) => `There is no file ${name} in the form’s folder.`,
    page: (name) => `The server answers with a web page in place of the file ${name}.`,
    refused: (name) => `The server does not give the file ${name}.`,
    down: (name) => `The file ${name} does not come, because of the line or the server.`,
    policy: (name) => `The page’s policy (CSP) blocks the file ${name}.`,
    mixed: (name) => `The file ${name} on the server is of another version than the form’s other files.`,
    stale: (name) => `This browser still keeps an old version of the file ${name}.`,
  },
  fileMends: {
    absent: 'Copy the whole folder dist to the server again, with every file.',
    page: 'Let the server send the file itself: look at redirects, error pages and the firewall.',
    refused: 'Let everybody read the form’s folder, without a log-in.',
    down: 'Check the connection and the server, then try again.',
    policy: 'Add the place of the form’s files to script-src and connect-src in the Content-Security-Policy.',
    mixed:
      'Copy the whole folder dist again at once, then empty the cache of the server, the CDN or the plugin that joins files.',
    stale:
      'Reload the page with Ctrl+F5. To prevent it: give each version a folder of its own, or send Cache-Control: no-cache with these files.',
  },

  wasmRuns: 'WebAssembly runs.',
  wasmRefused: 'WebAssembly does not run here; the form runs as JavaScript and opens somewhat later.',
  wasmMend: "To make it faster, add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy.",
  trusted: 'The page’s trusted-types policy does not let the form build its content.',
  trustedMend: "Write in the Content-Security-Policy: trusted-types lit-html 'allow-duplicates'.",
  sandbox:
    'The page stands in a sandboxed frame, so there is no place for drafts, and servers are asked as by a stranger.',
  sandboxMend:
    'Add allow-same-origin (beside allow-scripts, allow-forms, allow-downloads and allow-modals) to the frame’s sandbox attribute.',

  planRight: (title) => `Can be read: ${title}`,
  planMissing: 'The form’s tag has no attribute plan.',
  planMissingMend: 'Write the address of the published plan into the attribute plan.',
  planAddress: 'What stands in plan is no address that can be read.',
  planUnread: 'This address answers, but not with a plan.',
  planUnreadMend: 'Use a file that phieu publish made; phieu check says what is wrong in a plan.',
  planPage: 'The server answers with a web page in place of the plan.',
  planDeniedCheck: 'The server does not show this plan yet.',
  planDeniedMend:
    'Put the plan where everybody may read it without a log-in, or on this page’s own site, where its log-in counts.',

  endpointRight: (version) => `Is a collector of Phiếu, version ${version}, and lets this page in.`,
  planUnknown: (id) => `Is a collector of Phiếu, but does not have the plan ${id}.`,
  planUnknownMend:
    'Put this plan’s file into the folder that the collector’s --plans names, and restart the collector.',
  endpointNone: 'There is no endpoint: this page takes reports itself, from the submit event.',
  endpointAddress: 'What stands in endpoint is no address that can be read.',
  endpointAddressMend: 'Write the address of a collector’s API, for instance https://collector.example/api.',
  endpointOther: 'This address answers, but it is no collector of Phiếu.',
  endpointOtherMend:
    'Write the address of a collector’s API, for instance https://collector.example/api. Where the server is your own, pass over this line.',
  down: 'This address cannot be reached, because of the line or the server.',
  downMend: 'Check the connection and the server, then try again.',

  clockRight: 'Agrees with the server’s.',
  clockWrong: (minutes) => `Differs from the server’s by ${minutes} minutes.`,
  clockMend: 'Set this device’s clock. Deadlines go by the office’s clock all the same.',
  clockUnknown: 'The server does not tell its hour.',

  storageRight: 'The device keeps what is typed.',
  storageWrong: 'The browser does not let this page keep anything: drafts are lost when the page is closed.',
  storageMend: 'Turn off private browsing, or the blocking of cookies, for this site.',

  failedHelp: {
    line: 'Check the connection and try again. What was typed is still on this device.',
    site: 'Waiting does not help: tell whoever runs this site, with the lines below. What was typed is still on this device.',
    again: 'The server has answered. Please try again. What was typed is still on this device.',
    reload: 'This page was updated just now. Reload it; all that was typed is kept.',
  },
  cannotRun:
    'The form cannot run in this browser: it is too old, or other software on this page is in the way. Update the browser, or open this page in a recent Chrome, Firefox or Safari. If it still fails, tell whoever runs this site, with the details below.',
  planDenied: 'This plan is not open to you yet',
  planDeniedHelp:
    'Log in to this site, or open the personal link that your unit was given, then try again. If it still fails, tell whoever runs this site.',
  crashed: 'The form crashed and could not be reopened',
  crashedHelp:
    'The draft is kept. Press the button to open the form again. What was typed last is under the details.',
}
