/**
 * The tests that need no browser. `unit` stands beside its source and knows neither database nor network; `screen` is the same for what
 * draws; `integration` runs against a real PostgreSQL, of the version in PORTAL_DESK_TEST_PG (18, or 15 where it is installed).
 */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const never = ['**/node_modules/**', 'dist/**', 'release/**', '.data/**', '.cache/**']

/** A busy machine is no failure. */
const PATIENCE = 20_000

export default defineConfig({
  test: {
    // Vitest leaves one core free by itself, which on two cores means one test file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,src-main,portal-api,build,tests}/**/*.test.{ts,tsx}'],
          exclude: never,
          environment: 'node',
          testTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: 'screen',
          include: ['src-renderer/**/*.test.{ts,tsx}'],
          exclude: never,
          environment: 'happy-dom',
          testTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{portal-api,src-main}/**/*.itest.ts', 'tests/{faults,security,integration}/**/*.itest.ts'],
          exclude: never,
          environment: 'node',
          globalSetup: ['tests/support/postgres-global.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
