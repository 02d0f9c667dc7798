/**
 * What the desktop program is started with: from the environment (by `npm start`, by tests), or from `portal-desk.json` that
 * whoever installs it puts beside the program or in its own folder.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { portalAddress } from '../core/portal-address.ts'

export interface ElectronConfig {
  readonly portalUrl: string
  /** Drafts, outbox, settings. */
  readonly documentsFolder: string
  readonly rendererFolder: string
  /** Started without showing a window (`npm start -- --no-open`). */
  readonly hidden: boolean
}

export interface Places {
  /** The folder of the running bundle. */
  readonly here: string
  /** The program's own folder for its user. */
  readonly userData: string
  /** Where the installed program keeps what comes with it. */
  readonly resources: string
}

export const CONFIG_FILE = 'portal-desk.json'
const configFile = z.object({ portalUrl: z.string() })

/** The folder of the program's user, when the environment names one; before anything is opened in it. */
export function userDataOf(env: NodeJS.ProcessEnv): string | null {
  const data = env['PORTAL_DESK_DATA']
  return data ? path.resolve(data, 'electron') : null
}

export function readElectronConfig(env: NodeJS.ProcessEnv, places: Places): ElectronConfig | null {
  const portalUrl = portalAddress(env['PORTAL_API_URL'] ?? installedAddress(places))
  if (!portalUrl) return null
  const data = env['PORTAL_DESK_DATA']
  return {
    portalUrl,
    // Beside the other host's, which is the same: drafts typed in one are found in the other.
    documentsFolder: path.resolve(data ?? places.userData, 'workstation'),
    rendererFolder: path.resolve(env['PORTAL_DESK_RENDERER'] || path.join(places.here, '..', 'renderer')),
    hidden: startsHidden(env),
  }
}

/** Started without showing anything on the display. */
export function startsHidden(env: NodeJS.ProcessEnv): boolean {
  return env['PORTAL_DESK_HIDDEN'] === '1'
}

function installedAddress({ userData, resources }: Places): string | undefined {
  for (const folder of [userData, resources]) {
    try {
      const parsed = configFile.safeParse(JSON.parse(readFileSync(path.join(folder, CONFIG_FILE), 'utf8')))
      if (parsed.success) return parsed.data.portalUrl
    } catch {
      // Not there, or no JSON: the next place, and in the end the sentence that none was found.
    }
  }
  return undefined
}
