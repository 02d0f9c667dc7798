/**
 * Drafts: what was typed and not yet sent. A write answers only when the text is on the disk, so that what the screen
 * calls kept survives the end of this process the moment after. One document a draft: a damaged one takes no other along.
 */
import { type Draft, draft } from '../../shared/bridge/channels.ts'
import { ok, type Result } from '../../shared/bridge/result.ts'
import type { DocumentKind } from './documents.ts'
import { createInOrder, type InOrder } from './in-order.ts'
import { message } from './messages.ts'
import type { Clock, Logger } from './ports.ts'
import type { Refuser } from './refuse.ts'
import type { Vault } from './vault.ts'

/**
 * How long writes are still taken after signing out or going to another provider: what the screen had in hand when it was
 * told. They go where their draft was, and nowhere else.
 */
export const LAST_WORDS_SECONDS = 5

const draftDocument = { kind: 'draft', version: 1, schema: draft, upgrades: {} } as const satisfies DocumentKind<typeof draft>

export interface DraftText {
  readonly key: string
  readonly text: string
  readonly basedOn: number | null
}

export interface Drafts {
  /** Takes the vault of who signed in, or of another provider. */
  open(vault: Vault): void
  /** Reading ends now; writing after {@link LAST_WORDS_SECONDS}, with the key. */
  close(): void
  /** @returns the draft; `signed-out`; or once `storage-failed` for one that could not be read and was set aside */
  read(key: string): Promise<Result<{ draft: Draft | null }>>
  /** @returns when it is on the disk; `signed-out`, `storage-failed` */
  write(input: DraftText): Promise<Result<{ savedAt: string }>>
  remove(key: string): Promise<Result<{ ok: true }>>
  /** Resolves when nothing is on its way to the disk any more. */
  settled(): Promise<void>
}

/** A write that waits for its turn; texts that come meanwhile take the place of its own, and are answered together. */
interface Slot {
  value: Draft
  written: Promise<void>
}

interface Line {
  readonly inOrder: InOrder
  waiting: Slot | null
}

/** A vault, and the drafts that were asked for in it. */
interface Shelf {
  readonly vault: Vault
  readonly lines: Map<string, Line>
}

export function createDrafts(deps: { readonly clock: Clock; readonly refuser: Refuser; readonly logger: Logger }): Drafts {
  const { clock, refuser, logger } = deps
  let current: Shelf | null = null
  /** Closed, and still taking last words. */
  let former: Shelf | null = null
  let forget: (() => void) | null = null
  const underway = new Set<Promise<unknown>>()

  function follow<T>(work: Promise<T>): Promise<T> {
    const done = work.then(
      () => undefined,
      () => undefined,
    )
    underway.add(done)
    void done.then(() => underway.delete(done))
    return work
  }

  /** Where a text belongs: after a change, a draft that is known only from before it is written where it was. */
  function shelfFor(key: string): Shelf | null {
    if (!current) return former
    return former?.lines.has(key) && !current.lines.has(key) ? former : current
  }

  return {
    open(vault) {
      current = { vault, lines: new Map() }
    },
    close() {
      if (!current) return
      forget?.()
      former = current
      current = null
      forget = clock.after(LAST_WORDS_SECONDS * 1000, () => {
        former = null
      })
    },
    async read(key) {
      const from = current
      if (!from) return refuser.refuse('signed-out')
      return refuser.onDisk(() =>
        lineOf(from, key).inOrder(async (): Promise<Result<{ draft: Draft | null }>> => {
          const found = await from.vault.read(draftDocument, key)
          if (found.state === 'found') return ok({ draft: found.value })
          if (found.state === 'absent') return ok({ draft: null })
          logger.error('a draft could not be read and was set aside', null)
          return refuser.refuse('storage-failed', { detail: message('draft-unreadable', refuser.language()) })
        }),
      )
    },
    async write({ key, text, basedOn }) {
      const to = shelfFor(key)
      if (!to) return refuser.refuse('signed-out')
      const savedAt = clock.now().toISOString()
      return refuser.onDisk(async () => {
        await follow(enqueue(to, { key, text, basedOn, savedAt }))
        return ok({ savedAt })
      })
    },
    async remove(key) {
      const from = current
      if (!from) return refuser.refuse('signed-out')
      return refuser.onDisk(async () => {
        const line = lineOf(from, key)
        // What is written after this is a new draft: it may not slip into a write from before.
        line.waiting = null
        await follow(line.inOrder(() => from.vault.remove(draftDocument, key)))
        return ok({ ok: true } as const)
      })
    },
    async settled() {
      while (underway.size > 0) await Promise.all(underway)
    },
  }
}

function lineOf({ lines }: Shelf, key: string): Line {
  const known = lines.get(key)
  if (known) return known
  const line: Line = { inOrder: createInOrder(), waiting: null }
  lines.set(key, line)
  return line
}

function enqueue(to: Shelf, value: Draft): Promise<void> {
  const line = lineOf(to, value.key)
  if (line.waiting) {
    line.waiting.value = value
    return line.waiting.written
  }
  const slot: Slot = { value, written: Promise.resolve() }
  slot.written = line.inOrder(async () => {
    if (line.waiting === slot) line.waiting = null
    await to.vault.write(draftDocument, slot.value.key, slot.value)
  })
  line.waiting = slot
  return slot.written
}
