/** Before the integration tests: one PostgreSQL server for the whole run, and one migrated database to copy. */
import type { TestProject } from 'vitest/node'
import { createTemplate, startTestCluster, testedMajor } from '../../build/lib/test-cluster.mjs'
import { migrate } from '../../portal-api/db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the migrated database; copied per test file by `freshDatabase`, never written to. */
    templateDatabaseUrl: string
    /** Main version of the server, 15 or 18. */
    postgresMajor: number
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const major = testedMajor(process.env['PORTAL_DESK_TEST_PG'])
  const cluster = await startTestCluster({ major })
  try {
    project.provide('templateDatabaseUrl', await createTemplate(cluster, 'template_migrated', (url) => migrate(url)))
    project.provide('postgresMajor', major)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return cluster.stop
}
