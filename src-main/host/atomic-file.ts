/**
 * Puts a text in a file, whole or not at all: written beside its place to the last byte, flushed, put in place in one step,
 * and the folder flushed after it. When it resolves, neither a crash nor a power cut takes it back.
 */
import { open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

const UNFINISHED = '.new'
let count = 0

export async function writeAtomically(file: string, text: string): Promise<void> {
  count += 1
  const beside = `${file}.${process.pid}-${count}${UNFINISHED}`
  try {
    const handle = await open(beside, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    // What it failed on is what counts; the rest is cleared away at the next start.
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
  await flushFolder(path.dirname(file))
}

/** Removes what a former program was writing when it was ended. Only for who holds the folder alone. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith(UNFINISHED)) await rm(path.join(folder, name), { force: true })
  }
}

/** Windows has no such thing as flushing a folder. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
