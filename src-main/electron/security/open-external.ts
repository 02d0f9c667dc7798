/** Opens a link outside the program, only by the allow list of the core: the system would start anything for any scheme. */
import { shell } from 'electron'
import { allowedLink } from '../../core/links.ts'
import type { Logger } from '../../core/ports.ts'

export function openExternal(address: string, logger: Logger): void {
  const link = allowedLink(address)
  if (!link) {
    logger.warn('a link outside the allow list was refused')
    return
  }
  shell.openExternal(link.href).catch((error: unknown) => logger.error('a link could not be opened', error))
}
