/** What the browser host is started with. A value that cannot be used is refused with a sentence, before anything is opened. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { portalAddress } from '../core/portal-address.ts'

export interface BrowserConfig {
  readonly portalUrl: string
  readonly port: number
  readonly dataFolder: string
  readonly rendererFolder: string
  /** Why the browser host runs; shown on the sign-in screen. */
  readonly reason: string | null
  readonly token: string | null
}

/** @param here the folder of the running bundle */
export function readBrowserConfig(env: NodeJS.ProcessEnv, here: string): BrowserConfig | { readonly refusal: string } {
  const portalUrl = portalAddress(env['PORTAL_API_URL'])
  if (!portalUrl) {
    return { refusal: 'PORTAL_API_URL must name the portal API: an https address, or http on this machine itself.' }
  }
  const port = Number(env['PORT'] || '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return { refusal: 'PORT must be a number from 0 to 65535.' }
  const rendererFolder = path.resolve(env['PORTAL_DESK_RENDERER'] || path.join(here, '..', 'renderer'))
  if (!existsSync(path.join(rendererFolder, 'index.html'))) {
    return { refusal: `There is no screen in ${rendererFolder}. Build it first, or name its folder in PORTAL_DESK_RENDERER.` }
  }
  const data = env['PORTAL_DESK_DATA']
  if (!data) return { refusal: 'PORTAL_DESK_DATA must name the folder for drafts and settings.' }
  return {
    portalUrl,
    port,
    dataFolder: path.resolve(data, 'workstation'),
    rendererFolder,
    reason: env['PORTAL_DESK_REASON'] || null,
    token: env['PORTAL_DESK_TOKEN'] || null,
  }
}
