/**
 * Serves the screen over the program's own scheme, from its folder alone and with its policy; nothing else answers there.
 * The scheme is standard and secure, so that the page has a real origin and a strict policy holds.
 */
import { type Protocol, protocol } from 'electron'
import { createRendererFiles } from '../../host/renderer-files.ts'
import { APP_SCHEME, isOwnAddress } from './app-origin.ts'

/** Before the program is ready; afterwards a scheme cannot become standard. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveApp(to: Protocol, rendererFolder: string): void {
  const files = createRendererFiles(rendererFolder, { script: null, connect: [] })
  to.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET' || !isOwnAddress(request.url)) return new Response('Not found', { status: 404 })
    const { status, headers, body } = await files.answer(new URL(request.url).pathname)
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers })
  })
}
