/** Electron's fuses: switches in the program file itself, behind a mark, one byte each (electronjs.org, "Electron Fuses"). */

const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const VERSION = 1
const NAMES = /** @type {const} */ ([
  'runAsNode',
  'cookieEncryption',
  'nodeOptionsEnvironmentVariable',
  'nodeCliInspectArguments',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'browserProcessSpecificV8Snapshot',
  'fileProtocolExtraPrivileges',
])

/** @typedef {Record<(typeof NAMES)[number], boolean>} Fuses */

/**
 * As the product wants them (electron-builder.yml).
 * @type {Fuses}
 */
export const FUSES = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptionsEnvironmentVariable: false,
  nodeCliInspectArguments: false,
  embeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  browserProcessSpecificV8Snapshot: false,
  fileProtocolExtraPrivileges: false,
}

/** The wire of a program as Electron ships it, with the opposite of what the product wants. */
export function unsetFuseWire() {
  const states = NAMES.map((name) => (FUSES[name] ? '0' : '1')).join('')
  return Buffer.concat([SENTINEL, Buffer.from([VERSION, NAMES.length]), Buffer.from(states)])
}

/**
 * @param {Buffer} program
 * @returns {Fuses}
 */
export function readFuses(program) {
  const at = program.indexOf(SENTINEL)
  if (at < 0) throw new Error('This program has no fuses')
  const first = at + SENTINEL.length + 2
  const states = NAMES.map((name, index) => [name, String.fromCharCode(program[first + index] ?? 0) === '1'])
  return Object.fromEntries(states)
}
