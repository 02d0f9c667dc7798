/** User names: the key their failures are counted under, and changing one. */
import { foldName, type PortalUserRow, updateUser } from '../accounts/rows.ts'
import { writeTimeline } from '../accounts/timeline.ts'
import type { Ground } from './ground.ts'
import { clearCounters, limitKey } from './limits.ts'

const UNIQUE_VIOLATION = '23505'

/** What may stand in a user name that a person chooses: nothing that looks like another character or like nothing. */
export const USER_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{2,99}$/u

/** Where the failures of a user name are counted, whether or not an account has it. */
export function loginKey(provider: string, userName: string): string {
  return limitKey('login', provider, foldName(userName))
}

function isTaken(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return [error, cause].some((one) => typeof one === 'object' && one !== null && 'code' in one && one.code === UNIQUE_VIOLATION)
}

/** Changes the user name, once and for all; null when another account of this portal has it. Moves the version. */
export async function changeUserName(c: Ground, user: PortalUserRow, userName: string): Promise<PortalUserRow | null> {
  try {
    // Nested, so that a name taken by another account undoes this change alone.
    const changed = await c.tx.transaction((tx) =>
      updateUser(tx, user, { userName, userNameChanged: true, version: user.version + 1 }),
    )
    await clearCounters(c.tx, [loginKey(c.provider, user.userName)])
    await writeTimeline(c, user.id, { type: 'user-name-changed', by: 'user' })
    return changed
  } catch (error) {
    if (isTaken(error)) return null
    throw error
  }
}
