/** Documents of a host: one file each, for its owner alone, on the disk when a write answers. */
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Clock, StoragePort } from '../core/ports.ts'
import { removeUnfinished, writeAtomically } from './atomic-file.ts'
import { documentName, setFileAside } from './set-aside.ts'

/** @param folder held by this program alone */
export async function createFileStorage(folder: string, clock: Clock): Promise<StoragePort> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeUnfinished(folder)
  const fileOf = (name: string): string => path.join(folder, `${documentName(name)}.json`)
  const setAside = (name: string): Promise<void> => setFileAside(fileOf(name), clock.now())

  return {
    async get(name) {
      let text: string
      try {
        text = await readFile(fileOf(name), 'utf8')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { state: 'absent' }
        throw error
      }
      try {
        return { state: 'found', value: JSON.parse(text) }
      } catch {
        await setAside(name)
        return { state: 'set-aside' }
      }
    },
    async set(name, value) {
      await writeAtomically(fileOf(name), JSON.stringify(value))
    },
    async delete(name) {
      await rm(fileOf(name), { force: true })
    },
    setAside,
  }
}
