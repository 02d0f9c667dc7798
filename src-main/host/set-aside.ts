/** Names of documents and of those that are set aside, the same in every host. */
import { rename } from 'node:fs/promises'

const NAME = /^[a-z0-9-]{1,120}$/

/** The name itself; anything that could lead elsewhere on the disk is a bug and thrown. */
export function documentName(name: string): string {
  if (!NAME.test(name)) throw new Error('Not a name of a document')
  return name
}

/** Keeps an unreadable file beside its place, under the moment at which it was found. */
export async function setFileAside(file: string, at: Date): Promise<void> {
  const moment = at.toISOString().replace(/[:.]/g, '-')
  try {
    await rename(file, `${file}.unreadable-${moment}`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
