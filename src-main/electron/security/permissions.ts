/** What the screen may do with the computer: nothing, except what stands here with its reason. */
import type { Session } from 'electron'
import { isOwnAddress } from './app-origin.ts'

const ALLOWED: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'the reference of a fault is copied with a button, to pass it on to the helpdesk',
}

export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission in ALLOWED && details.isMainFrame && isOwnAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) => permission in ALLOWED && details.isMainFrame && isOwnAddress(origin),
  )
  session.setDevicePermissionHandler(() => false)
  // No screen or window is ever shared.
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
}
