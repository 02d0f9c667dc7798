/**
 * One program at a time works in a data folder: two would overwrite each other's send queue. Held by a socket that the
 * system closes when its holder ends, in whatever way; nothing stale can stay behind that a new start would have to guess at.
 */
import { createHash } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** A path of a socket may not be longer on some systems. */
const LONGEST_PATH = 100

/** @returns the function that lets go, or null when another program has the folder */
export async function holdFolder(folder: string): Promise<(() => void) | null> {
  const address = addressOf(folder)
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const before = inodeOf(address)
    const server = await listen(address)
    if (server) return () => void server.close()
    if (await answers(address)) return null
    // Nobody answers: its holder has died. Another start may have replaced it meanwhile; that one stays.
    if (before !== null && inodeOf(address) === before) rmSync(address, { force: true })
  }
  return null
}

function addressOf(folder: string): string {
  const figure = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\portal-desk-${figure}`
  const inside = path.join(folder, 'in-use.sock')
  return inside.length <= LONGEST_PATH ? inside : path.join(os.tmpdir(), `portal-desk-${figure}.sock`)
}

function inodeOf(address: string): number | null {
  try {
    return statSync(address).ino
  } catch {
    return null
  }
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end())
    server.unref()
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen(address, () => resolve(server))
  })
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
