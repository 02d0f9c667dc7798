/** The session of the page: its schemes, what it may load, what it may do. */
import { act, record } from './control.mjs'

const schemes = new Map()
let before = null
let request = null
let check = null
let device = null
let display = null

export const protocol = {
  registerSchemesAsPrivileged: (list) => record('schemes', list),
  handle: (scheme, handler) => schemes.set(scheme, handler),
}

export const defaultSession = {
  protocol,
  webRequest: {
    onBeforeRequest(listener) {
      before = listener
    },
  },
  setPermissionRequestHandler(handler) {
    request = handler
  },
  setPermissionCheckHandler(handler) {
    check = handler
  },
  setDevicePermissionHandler(handler) {
    device = handler
  },
  setDisplayMediaRequestHandler(handler) {
    display = handler
  },
}

act('load', async (url, method = 'GET') => {
  const handler = schemes.get(new URL(url).protocol.slice(0, -1))
  if (!handler) return null
  const response = await handler({ url, method })
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
})
act('request.cancelled', (url) => {
  if (!before) return false
  let cancelled = false
  before({ url }, (answer) => {
    cancelled = answer.cancel === true
  })
  return cancelled
})
// Without a handler Electron grants.
act('permission.request', (permission, details) => {
  if (!request) return true
  let granted = null
  request(
    null,
    permission,
    (answer) => {
      granted = answer
    },
    details,
  )
  return granted
})
act('permission.check', (permission, origin, details) => (check ? check(null, permission, origin, details) : true))
act('permission.device', (details) => (device ? device(details) : true))
act('permission.display', () => {
  if (!display) return 'no handler'
  let streams = null
  display({}, (answer) => {
    streams = answer
  })
  return streams
})
