/** A migrated, empty database for one test file. */
import { inject } from 'vitest'
import { cloneDatabase } from '../../build/lib/test-cluster.mjs'

export interface FreshDatabase {
  /** Connection string, password included. */
  readonly url: string
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>
}

/** Takes about a tenth of a second; call it in `beforeAll` and `drop` in `afterAll`. */
export function freshDatabase(): Promise<FreshDatabase> {
  return cloneDatabase(inject('templateDatabaseUrl'))
}
