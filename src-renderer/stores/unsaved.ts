/** What is typed and not yet kept. Locking, switching and signing out keep it first: after that the workstation refuses. */
import { reportFault } from '../app/faults/faults.ts'

const keepers = new Set<() => Promise<void>>()

/** `keep` writes what is not kept yet; the function returned takes it off the list. */
export function registerUnsaved(keep: () => Promise<void>): () => void {
  keepers.add(keep)
  return () => {
    keepers.delete(keep)
  }
}

export async function keepAll(): Promise<void> {
  const results = await Promise.allSettled([...keepers].map((keep) => keep()))
  for (const result of results) if (result.status === 'rejected') reportFault(result.reason)
}
