/**
 * The text of a reply as it is typed: read back when the question opens, kept by the workstation half a second after the last
 * key, and at once on leaving. It survives a crash of the window and of the process.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ask } from '../../data/bridge.ts'
import { registerUnsaved } from '../../stores/unsaved.ts'

/** Kept at the latest this long after the last key (ms). */
const KEEP_MS = 400

export type DraftStatus = 'loading' | 'typing' | 'saved' | 'failed'

export interface ReplyDraft {
  readonly text: string
  readonly setText: (text: string) => void
  readonly status: DraftStatus
  readonly savedAt: string | null
  /** The version of the question that the restored text answered; null when nothing was restored. */
  readonly restoredFrom: number | null
  /** Keeps what is typed now. */
  readonly flush: () => Promise<void>
  /** Throws the text away. */
  readonly drop: () => Promise<void>
}

export const draftKeyOf = (requestId: string): string => `reply:${requestId}`

/** @param basedOn the version of the question that the user has seen */
export function useReplyDraft(key: string, basedOn: number): ReplyDraft {
  const [text, setText] = useState('')
  const [status, setStatus] = useState<DraftStatus>('loading')
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [restoredFrom, setRestoredFrom] = useState<number | null>(null)
  /** What is not kept yet; null when all is. */
  const pending = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const keep = async () => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    const typed = pending.current
    if (typed === null) return
    pending.current = null
    try {
      if (typed === '') await ask('drafts.remove', { key })
      else setSavedAt((await ask('drafts.write', { key, text: typed, basedOn })).savedAt)
      // Typed on in the meantime: the next turn tells.
      if (pending.current === null) setStatus('saved')
    } catch {
      pending.current ??= typed
      setStatus('failed')
    }
  }

  useEffect(() => {
    let left = false
    ask('drafts.read', { key })
      .then(({ draft }) => {
        if (left) return
        if (draft && pending.current === null) {
          setText(draft.text)
          setSavedAt(draft.savedAt)
          setRestoredFrom(draft.basedOn)
        }
        setStatus('saved')
      })
      .catch(() => !left && setStatus('failed'))
    return () => {
      left = true
    }
  }, [key])

  const leave = useEffectEvent(keep)
  useEffect(() => {
    const onHide = () => void leave()
    window.addEventListener('pagehide', onHide)
    const unregister = registerUnsaved(() => leave())
    return () => {
      window.removeEventListener('pagehide', onHide)
      unregister()
      void leave()
    }
  }, [])

  return {
    text,
    setText: (next) => {
      setText(next)
      setStatus('typing')
      pending.current = next
      if (timer.current) clearTimeout(timer.current)
      timer.current = setTimeout(() => void keep(), KEEP_MS)
    },
    status,
    savedAt,
    restoredFrom,
    flush: keep,
    drop: async () => {
      setText('')
      pending.current = ''
      await keep()
    },
  }
}
