/**
 * The tests that need no browser. `unit` stands beside its source and knows neither database nor network; `screen` is the same for what
 * draws; `integration` runs against a real PostgreSQL, of the version in PORTAL_DESK_TEST_PG (18, or 15 where it is installed).
 */
import { defineConfig } from 'vitest/config'

const never = ['**/node_modules/**', 'dist/**', 'release/**', '.data/**', '.cache/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,src-main,portal-api,build,tests}/**/*.test.{ts,tsx}'],
          exclude: never,
          environment: 'node',
        },
      },
      {
        test: {
          name: 'screen',
          include: ['src-renderer/**/*.test.{ts,tsx}'],
          exclude: never,
          environment: 'happy-dom',
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{portal-api,src-main}/**/*.itest.ts', 'tests/{faults,security,integration}/**/*.itest.ts'],
          exclude: never,
          environment: 'node',
          globalSetup: ['tests/support/postgres-global.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
